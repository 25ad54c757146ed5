using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Ledger entries, in the order in which they were recorded.</summary>
public sealed class LedgerEntryModel : QueryModel<LedgerEntry>
{
    public LedgerEntryModel()
        : base("LedgerEntry")
    {
        DefaultOrder = [entry => entry.RecordedAt, entry => entry.Sequence];
        Id(entry => entry.Id);
        Value("sequence", entry => entry.Sequence);
        Value("kind", entry => entry.Kind);
        Value("amount", entry => entry.Amount);
        Value("quarter", entry => entry.Quarter);
        Value("paidOn", entry => entry.PaidOn);
        Value("fundingSource", entry => entry.FundingSource);
        Value("reference", entry => entry.Reference);
        Value("reason", entry => entry.Reason);
        Value("recordedAt", entry => entry.RecordedAt);
        Value("recordedBy", entry => entry.RecordedBy);
    }
}
