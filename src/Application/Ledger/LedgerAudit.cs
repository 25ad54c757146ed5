using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>What the audit trail is told of entries in the ledger: the budgets that they moved, before and after.</summary>
internal static class LedgerAudit
{
    public static Change<T> Of<T>(BudgetLedger ledger, T value)
    {
        var changes = ledger.Changes.ToList();
        var documents = ledger.Entries.Select(DocumentOf).OfType<string>().Distinct();
        return new Change<T>(value, [.. changes.Select(change => IdOf(change.Before)), .. documents])
        {
            Before = changes.Select(change => Figures(change.Before)),
            After = changes.Select(change => Figures(change.After)),
            Reason = Reasons(ledger),
            Rows = ledger.Entries.Count,
        };
    }

    private static string? Reasons(BudgetLedger ledger)
    {
        var reasons = ledger.Entries.Select(entry => entry.Reason).OfType<string>().Distinct().ToList();
        return reasons.Count == 0 ? null : string.Join('\n', reasons);
    }

    /// <summary>The payment, commitment or transfer that an entry is of.</summary>
    private static string? DocumentOf(LedgerEntry entry) =>
        entry.Kind switch
        {
            LedgerEntryKind.Disbursement => Document(nameof(Disbursement), entry.Id),
            LedgerEntryKind.Reversal => Document(nameof(Disbursement), entry.ReversesId!.Value),
            LedgerEntryKind.Commitment or LedgerEntryKind.CommitmentReleased => Document(
                nameof(Commitment),
                entry.CommitmentId!.Value
            ),
            LedgerEntryKind.TransferOut => Document(nameof(BudgetTransfer), entry.Id),
            _ => null,
        };

    private static string Document(string type, Guid id) => new NodeId(type, id).ToString();

    private static string IdOf(ActivityBudget budget) => new NodeId(nameof(Activity), budget.ActivityId).ToString();

    private static object Figures(ActivityBudget budget) =>
        new
        {
            activity = IdOf(budget),
            entries = budget.Entries,
            planned = budget.Balance.Planned.Total,
            transferredIn = budget.Balance.TransferredIn.Total,
            transferredOut = budget.Balance.TransferredOut.Total,
            committed = budget.Balance.Committed,
            disbursed = budget.Balance.Disbursed.Total,
            available = budget.Balance.Available,
        };
}
