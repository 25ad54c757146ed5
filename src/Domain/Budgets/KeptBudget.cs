using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// A balance that the database updates with each entry, of an activity without its sub-activities or of a whole
/// project.
/// </summary>
public abstract class KeptBudget : IOfFiscalYear
{
    public Guid ProjectId { get; private protected init; }

    public Guid PlanId { get; private protected init; }

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private protected init; }

    public Balance Balance { get; init; } = Balance.Zero;
}
