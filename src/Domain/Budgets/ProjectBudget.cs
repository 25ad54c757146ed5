namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// The total money of all activities of a project, including activities that were omitted later. The database maintains
/// it, so that sums over many projects do not need to read every activity.
/// </summary>
public sealed class ProjectBudget : KeptBudget
{
    private ProjectBudget() { }

    /// <summary>The total over all quarters, like the three below.</summary>
    public decimal PlannedTotal { get; private init; }

    public decimal TransferredInTotal { get; private init; }

    public decimal TransferredOutTotal { get; private init; }

    public decimal DisbursedTotal { get; private init; }
}
