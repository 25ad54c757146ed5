namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// The money of an activity, without its sub-activities, as of its last entry. It outlives the activity, so that past
/// plans can be reported.
/// </summary>
public sealed class ActivityBudget : KeptBudget
{
    private ActivityBudget() { }

    /// <summary>A budget without entries.</summary>
    public ActivityBudget(Guid activityId, Guid projectId, Guid planId, int fiscalYear) =>
        (ActivityId, ProjectId, PlanId, FiscalYear) = (activityId, projectId, planId, fiscalYear);

    public Guid ActivityId { get; private init; }

    /// <summary>The parent activity; null at the top level.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The number of entries.</summary>
    public int Entries { get; init; }

    /// <summary>
    /// Whether there has ever been an entry other than a planned amount: a transfer, a commitment or a payment.
    /// </summary>
    public bool Moved { get; init; }

    public DateTimeOffset? LastEntryAt { get; init; }

    internal ActivityBudget With(LedgerEntry entry) =>
        new(ActivityId, ProjectId, PlanId, FiscalYear)
        {
            ParentId = ParentId,
            Entries = entry.Sequence,
            Moved = Moved || entry.Kind != LedgerEntryKind.Planned,
            LastEntryAt = entry.RecordedAt,
            Balance = entry.Balance,
        };
}
