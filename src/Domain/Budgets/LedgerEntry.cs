using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

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
/// A movement of an activity's money. Entries are never changed or removed; a mistake is corrected by a further entry. Each
/// keeps the balance that it led to, so that any past moment can be told.
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

    /// <summary>Counts the entries of an activity, from 1, without a gap.</summary>
    public int Sequence { get; private set; }

    public LedgerEntryKind Kind { get; private init; }

    /// <summary>In baht, above zero; of a change to the plan, what is added to it or, below zero, taken from it.</summary>
    public decimal Amount { get; private init; }

    /// <summary>
    /// Of a plan or a transfer, the quarter that it is for; of a payment and its reversal, the quarter of the payment. Null
    /// for commitments.
    /// </summary>
    public FiscalQuarter? Quarter { get; private init; }

    public DateOnly? PaidOn { get; internal init; }

    public FundingKind? FundingSource { get; internal init; }

    public DateOnly? ExpiresOn { get; internal init; }

    /// <summary>
    /// The commitment that it makes, frees, draws on or gives back to. A commitment has the id of the entry that made it.
    /// </summary>
    public Guid? CommitmentId { get; internal set; }

    /// <summary>Of a reversal, the payment that it takes back.</summary>
    public Guid? ReversesId { get; internal init; }

    /// <summary>Both entries of a transfer have the id of the one at the giving end.</summary>
    public Guid? TransferId { get; internal set; }

    /// <summary>The activity at the other end of a transfer.</summary>
    public Guid? CounterpartId { get; internal init; }

    /// <summary>Of a transfer, whether somebody decided it who may move money between projects.</summary>
    public bool Approved { get; internal init; }

    /// <summary>Voucher or document number.</summary>
    public string? Reference { get; internal init; }

    /// <summary>Why, in the words of who recorded it.</summary>
    public string? Reason { get; internal init; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    /// <summary>Of the activity alone, after this entry.</summary>
    public Balance Balance { get; private set; } = Balance.Zero;

    /// <summary>Puts it behind an activity's entries. An activity's entries never go back in time.</summary>
    internal void Follow(ActivityBudget budget, DateTimeOffset at, string actor)
    {
        (ActivityId, ProjectId, FiscalYear) = (budget.ActivityId, budget.ProjectId, budget.FiscalYear);
        Sequence = budget.Entries + 1;
        RecordedAt = at < budget.LastEntryAt ? budget.LastEntryAt.Value : at;
        RecordedBy = actor;
        Balance = budget.Balance.After(Kind, Quarter ?? default, Amount, CommitmentId is not null);
    }
}
