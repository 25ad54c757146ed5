using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Budgets;

public enum LedgerEntryKind
{
    Planned,
    TransferOut,
    TransferIn,
    Commitment,
    CommitmentReleased,
    Disbursement,
    Reversal,
}

/// <summary>
/// A movement of an activity's money. Entries are never changed or deleted; a mistake is corrected by another entry.
/// Each entry has the resulting balance, so that the amounts of any past moment can be read.
/// </summary>
public sealed class LedgerEntry : Entity
{
    private LedgerEntry() { }

    internal LedgerEntry(LedgerEntryKind kind, decimal amount, FiscalQuarter? quarter) =>
        (Kind, Amount, Quarter) = (kind, amount, quarter);

    public Guid ActivityId { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private set; }

    /// <summary>Number of the entry within its activity, from 1, without gaps.</summary>
    public int Sequence { get; private set; }

    public LedgerEntryKind Kind { get; private init; }

    /// <summary>Amount in baht, greater than zero; for a planned amount, the change, which can be negative.</summary>
    public decimal Amount { get; private init; }

    /// <summary>
    /// For planned amounts and transfers, their quarter; for payments and reversals, the quarter of the payment; null
    /// for commitments.
    /// </summary>
    public FiscalQuarter? Quarter { get; private init; }

    public DateOnly? PaidOn { get; internal init; }

    public FundingKind? FundingSource { get; internal init; }

    public DateOnly? ExpiresOn { get; internal init; }

    /// <summary>
    /// The commitment that the entry creates, releases, draws on or returns money to. A commitment has the id of the
    /// entry that created it.
    /// </summary>
    public Guid? CommitmentId { get; internal set; }

    /// <summary>Reversals only: the reversed payment.</summary>
    public Guid? ReversesId { get; internal init; }

    /// <summary>Transfers only: both entries have the id of the entry of the activity that gives the money.</summary>
    public Guid? TransferId { get; internal set; }

    /// <summary>Transfers only: the other activity.</summary>
    public Guid? CounterpartId { get; internal init; }

    /// <summary>Transfers only: authorised by an approver.</summary>
    public bool Approved { get; internal init; }

    /// <summary>Voucher or document number.</summary>
    public string? Reference { get; internal init; }

    /// <summary>The reason, as written by the person who recorded the entry.</summary>
    public string? Reason { get; internal init; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    /// <summary>The balance of the activity, without its sub-activities, after this entry.</summary>
    public Balance Balance { get; private set; } = Balance.Zero;

    /// <summary>Appends the entry to those of the activity, which never go back in time.</summary>
    internal void Follow(ActivityBudget budget, DateTimeOffset at, string actor)
    {
        (ActivityId, ProjectId, FiscalYear) = (budget.ActivityId, budget.ProjectId, budget.FiscalYear);
        Sequence = budget.Entries + 1;
        RecordedAt = at < budget.LastEntryAt ? budget.LastEntryAt.Value : at;
        RecordedBy = actor;
        Balance = budget.Balance.After(Kind, Quarter ?? default, Amount, CommitmentId is not null);
    }
}
