namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// The money of an activity alone, as its entries left it. It outlives the activity: what was planned once stays on record.
/// </summary>
public sealed class ActivityBudget : KeptBudget
{
    private ActivityBudget() { }

    /// <summary>Nothing planned yet.</summary>
    public ActivityBudget(Guid activityId, Guid projectId, Guid planId, int fiscalYear) =>
        (ActivityId, ProjectId, PlanId, FiscalYear) = (activityId, projectId, planId, fiscalYear);

    public Guid ActivityId { get; private init; }

    /// <summary>The activity that it is a part of; null at the top level.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>How many entries it has.</summary>
    public int Entries { get; init; }

    /// <summary>Whether money was moved, reserved or paid, ever: an entry other than of the plan.</summary>
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
