using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>A payment (การเบิกจ่าย) from an activity's budget, read from its ledger entry.</summary>
public sealed class Disbursement : Entity
{
    private Disbursement() { }

    internal Disbursement(LedgerEntry entry)
        : base(entry.Id)
    {
        (ActivityId, ProjectId, FiscalYear) = (entry.ActivityId, entry.ProjectId, entry.FiscalYear);
        (Amount, PaidOn, Quarter) = (entry.Amount, entry.PaidOn!.Value, entry.Quarter!.Value);
        (Reference, Note, FundingSource) = (entry.Reference!, entry.Reason, entry.FundingSource);
        (CommitmentId, RecordedAt, RecordedBy) = (entry.CommitmentId, entry.RecordedAt, entry.RecordedBy);
    }

    public Guid ActivityId { get; private init; }

    public Guid ProjectId { get; private init; }

    /// <summary>Of the activity's money (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    /// <summary>In baht.</summary>
    public decimal Amount { get; private init; }

    public DateOnly PaidOn { get; private init; }

    /// <summary>The quarter of <see cref="PaidOn"/>.</summary>
    public FiscalQuarter Quarter { get; private init; }

    /// <summary>Voucher number.</summary>
    public string Reference { get; private init; } = "";

    public string? Note { get; private init; }

    public FundingKind? FundingSource { get; private init; }

    public Guid? CommitmentId { get; private init; }

    public bool Reversed { get; internal set; }

    public DateTimeOffset RecordedAt { get; private init; }

    public string RecordedBy { get; private init; } = "";
}

/// <summary>A reservation (การผูกพัน) of an activity's money for future payments.</summary>
public sealed class Commitment : Entity
{
    private Commitment() { }

    internal Commitment(LedgerEntry entry)
        : base(entry.Id)
    {
        (ActivityId, ProjectId, FiscalYear) = (entry.ActivityId, entry.ProjectId, entry.FiscalYear);
        (Amount, Remaining, Reference) = (entry.Amount, entry.Amount, entry.Reference!);
        (ExpiresOn, RecordedAt, RecordedBy) = (entry.ExpiresOn, entry.RecordedAt, entry.RecordedBy);
    }

    public Guid ActivityId { get; private init; }

    public Guid ProjectId { get; private init; }

    /// <summary>Of the activity's money (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    /// <summary>The reserved amount, in baht.</summary>
    public decimal Amount { get; private init; }

    /// <summary>The amount that is still reserved, in baht: neither paid nor released.</summary>
    public decimal Remaining { get; internal set; }

    public string Reference { get; private init; } = "";

    /// <summary>The last day of the commitment; null if it does not expire.</summary>
    public DateOnly? ExpiresOn { get; private init; }

    /// <summary>Whether the remainder was released, by request or because the commitment expired.</summary>
    public bool Released { get; internal set; }

    public DateTimeOffset RecordedAt { get; private init; }

    public string RecordedBy { get; private init; } = "";

    public bool HasExpired(DateOnly today) => ExpiresOn < today;

    /// <summary>Whether payments can still draw on the commitment or be returned to it.</summary>
    public bool IsOpen(DateOnly today) => !Released && !HasExpired(today);
}

/// <summary>
/// A transfer (ถัวจ่าย / โอนเปลี่ยนแปลง) from one activity to another: two entries with the same time.
/// </summary>
public sealed class BudgetTransfer : Entity
{
    private BudgetTransfer() { }

    internal BudgetTransfer(LedgerEntry entry)
        : base(entry.Id)
    {
        (FromId, ToId, Amount, Quarter) = (
            entry.ActivityId,
            entry.CounterpartId!.Value,
            entry.Amount,
            entry.Quarter!.Value
        );
        (Approved, Reason) = (entry.Approved, entry.Reason!);
        (RecordedAt, RecordedBy) = (entry.RecordedAt, entry.RecordedBy);
    }

    public Guid FromId { get; private init; }

    public Guid ToId { get; private init; }

    /// <summary>In baht.</summary>
    public decimal Amount { get; private init; }

    public FiscalQuarter Quarter { get; private init; }

    /// <summary>Whether an approver authorised the transfer.</summary>
    public bool Approved { get; private init; }

    public string Reason { get; private init; } = "";

    public DateTimeOffset RecordedAt { get; private init; }

    public string RecordedBy { get; private init; } = "";
}
