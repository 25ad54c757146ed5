using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>
/// Makes planned amounts of a project these, for the quarters that are named; the others stay. Refused where somebody changed
/// the project since <paramref name="ExpectedVersion"/>, and where less would be left than is committed and paid.
/// </summary>
[AllowedTo(Role.BudgetOfficer, Role.PlanOfficer)]
[EndsIn(typeof(InsufficientBudget), typeof(Conflict), typeof(NotFound), typeof(InvalidState))]
public sealed record ReviseSpendingPlan(
    GivenId ProjectId,
    int ExpectedVersion,
    IReadOnlyList<PlannedAmount> Amounts,
    string Reason
) : IdempotentCommand, IReasonedCommand, IOptionalKey;

/// <param name="Amount">In baht, zero or above.</param>
public sealed record PlannedAmount(GivenId ActivityId, FiscalQuarter Quarter, decimal Amount);

public sealed class ReviseSpendingPlanValidator : AbstractValidator<ReviseSpendingPlan>
{
    public const int MaxAmounts = 1000;

    public ReviseSpendingPlanValidator()
    {
        RuleFor(command => command.Amounts)
            .Must(amounts => amounts.Count is >= 1 and <= MaxAmounts)
            .Refuse($"must hold 1 to {MaxAmounts} amounts.", $"ต้องมี 1 ถึง {MaxAmounts} รายการ")
            .Must(amounts => amounts.DistinctBy(one => (one.ActivityId.Id, one.Quarter)).Count() == amounts.Count)
            .Refuse("must name each quarter of an activity once.", "ต้องระบุแต่ละไตรมาสของกิจกรรมเพียงครั้งเดียว");
        RuleForEach(command => command.Amounts).ChildRules(amount => amount.RuleFor(one => one.Amount).MoneyOrZero());
    }
}

public sealed class ReviseSpendingPlanHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<ReviseSpendingPlan>(store, session)
{
    protected override LedgerScope ScopeOf(ReviseSpendingPlan command) =>
        new()
        {
            Activities = [.. command.Amounts.Select(amount => amount.ActivityId.Id)],
            Project = command.ProjectId.Id,
        };

    protected override Result<Written> Decide(ReviseSpendingPlan command, OpenedLedger opened)
    {
        if (opened.Project is not { } project)
            return new NotFound(nameof(Project), command.ProjectId.Text);
        if (project.Version != command.ExpectedVersion)
            return new Conflict(project.Version);
        if (opened.Ledger.Closed(project.Id) is { } refusal)
            return refusal;
        List<DomainError> errors =
        [
            .. command
                .Amounts.Index()
                .Where(one => opened.Ledger.Budget(one.Item.ActivityId.Id)?.ProjectId != project.Id)
                .Select(one => new NotFound(nameof(Activity), one.Item.ActivityId.Text).At("amounts", one.Index)),
        ];
        if (errors.Count == 0)
            errors.AddRange(Plan(command, opened.Ledger));
        if (errors.Count > 0)
            return Result<Written>.Refused(errors);
        if (opened.Ledger.Entries.Any(entry => entry.Kind == LedgerEntryKind.Planned))
            Store.RaiseVersion(project);
        return new Written(project.Id);
    }

    private static IEnumerable<DomainError> Plan(ReviseSpendingPlan command, BudgetLedger ledger)
    {
        foreach (var amounts in command.Amounts.Index().GroupBy(one => one.Item.ActivityId.Id))
        {
            var current = ledger.Budget(amounts.Key)!.Balance.Planned;
            var planned = amounts.Aggregate(
                current,
                (plan, one) => plan.With(one.Item.Quarter, Baht.Of(one.Item.Amount) - plan[one.Item.Quarter])
            );
            if (!ledger.TryPlan(amounts.Key, planned, command.Reason, out var lowest))
                yield return InsufficientBudget.OfPlan(lowest.Most, lowest.Asked).At("amounts", amounts.First().Index);
        }
    }
}
