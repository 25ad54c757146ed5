using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Budget positions, summed from ledger entries one by one: no kept balance is looked at.</summary>
internal sealed class NaiveMoney
{
    private readonly LoadedRows rows;
    private readonly NaiveSeen seen;
    private readonly ILookup<Guid, LedgerEntry> entries;
    private readonly Dictionary<Guid, Balance> now = [];

    public NaiveMoney(LoadedRows rows, NaiveSeen seen)
    {
        (this.rows, this.seen) = (rows, seen);
        entries = rows.Of<LedgerEntry>().OrderBy(entry => entry.Sequence).ToLookup(entry => entry.ActivityId);
        foreach (var budget in rows.Of<ActivityBudget>())
        {
            var balance = Sum(entries[budget.ActivityId]);
            now[budget.ActivityId] = balance with { Committed = balance.Committed - Expired(budget.ActivityId) };
        }
    }

    /// <param name="moment">A past moment; null for now.</param>
    public Balance Of(BudgetField field, object row, DateTimeOffset? moment = null)
    {
        Func<Guid, Balance> own = moment is { } at
            ? activity => Sum(entries[activity].Where(entry => entry.RecordedAt <= at))
            : activity => now.GetValueOrDefault(activity, Balance.Zero);
        return field.Scope switch
        {
            BudgetScope.Project => SumOf(budget => budget.ProjectId == ((Project)row).Id, own),
            BudgetScope.Plan => SumOf(budget => budget.PlanId == ((DevelopmentPlan)row).Id && IsSeen(budget), own),
            BudgetScope.Activity => Below(((Activity)row).Id, own),
            BudgetScope.OwnOfActivity => own(((Activity)row).Id),
            _ => Until((LedgerEntry)row),
        };
    }

    public static decimal? Figure(Balance balance, string figure) =>
        figure switch
        {
            "planned" => balance.Planned.Total,
            "transferredIn" => balance.TransferredIn.Total,
            "transferredOut" => balance.TransferredOut.Total,
            "disbursed" => balance.Disbursed.Total,
            "committed" => balance.Committed,
            "revised" => balance.Revised,
            "available" => balance.Available,
            "disbursementRate" => balance.DisbursementRate,
            ['p', .., var quarter] => balance.Planned[Quarter(quarter)],
            [.., var quarter] => balance.Disbursed[Quarter(quarter)],
            _ => throw new ArgumentException(figure, nameof(figure)),
        };

    private static FiscalQuarter Quarter(char number) => (FiscalQuarter)(number - '1');

    /// <summary>A plan's money tells of drafts to who sees them.</summary>
    private bool IsSeen(ActivityBudget budget) =>
        seen.Caller.SeesAll
        || !seen.IsDraft(budget.ProjectId, out var office)
        || seen.Caller.SeenOffices.Contains(office);

    private Balance SumOf(Func<ActivityBudget, bool> which, Func<Guid, Balance> own) =>
        rows.Of<ActivityBudget>().Where(which).Aggregate(Balance.Zero, (sum, budget) => sum + own(budget.ActivityId));

    private Balance Below(Guid activity, Func<Guid, Balance> own) =>
        rows.Of<ActivityBudget>()
            .Where(budget => budget.ParentId == activity)
            .Aggregate(own(activity), (sum, part) => sum + Below(part.ActivityId, own));

    private Balance Until(LedgerEntry last) =>
        Sum(entries[last.ActivityId].Where(entry => entry.Sequence <= last.Sequence));

    private static Balance Sum(IEnumerable<LedgerEntry> entries) =>
        entries.Aggregate(
            Balance.Zero,
            (balance, entry) =>
                balance.After(entry.Kind, entry.Quarter ?? default, entry.Amount, entry.CommitmentId is not null)
        );

    /// <summary>What commitments still hold whose last day is over.</summary>
    private decimal Expired(Guid activity) =>
        entries[activity]
            .Where(entry => entry.Kind == LedgerEntryKind.Commitment && entry.ExpiresOn < rows.Today)
            .Sum(commitment =>
                entries[activity]
                    .Where(entry => entry.CommitmentId == commitment.Id)
                    .Sum(entry =>
                        entry.Kind is LedgerEntryKind.Commitment or LedgerEntryKind.Reversal
                            ? entry.Amount
                            : -entry.Amount
                    )
            );
}
