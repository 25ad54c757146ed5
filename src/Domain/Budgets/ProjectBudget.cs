namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// The money of all activities of a project together, those included that were left out since. The database keeps it, so that sums
/// over many projects need not read every activity.
/// </summary>
public sealed class ProjectBudget : KeptBudget
{
    private ProjectBudget() { }

    /// <summary>Over all quarters, as the three below.</summary>
    public decimal PlannedTotal { get; private init; }

    public decimal TransferredInTotal { get; private init; }

    public decimal TransferredOutTotal { get; private init; }

    public decimal DisbursedTotal { get; private init; }
}
