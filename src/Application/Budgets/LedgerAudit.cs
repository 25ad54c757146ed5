using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>What the audit trail is told of entries in the ledger: the budgets that they moved, before and after.</summary>
internal static class LedgerAudit
{
    public static AuditEntry EntryOf(string action, BudgetLedger ledger)
    {
        var changes = ledger.Changes.ToList();
        return new AuditEntry(AuditKind.Write, action, [.. changes.Select(change => IdOf(change.Before))])
        {
            Before = changes.Select(change => Figures(change.Before)),
            After = changes.Select(change => Figures(change.After)),
            Reason = ledger.Entries.Select(entry => entry.Reason).FirstOrDefault(reason => reason is not null),
        };
    }

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
