using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Where the money of an activity, a project, a plan or any group of them stands, in baht. Movements are kept apart from
/// the plan, so that <c>revised = planned + in − out</c> and <c>available = revised − committed − disbursed</c>.
/// </summary>
/// <param name="Planned">The approved spending plan, summed from the activities.</param>
/// <param name="FirstYear">The fiscal year it belongs to; of a group over several years, the first of them.</param>
/// <param name="LastYear">The last fiscal year of the group.</param>
public sealed record BudgetPosition(QuarterAmounts Planned, FiscalYear FirstYear, FiscalYear LastYear)
{
    public decimal TransferredIn { get; init; } = 0.00m;

    public decimal TransferredOut { get; init; } = 0.00m;

    public decimal Committed { get; init; } = 0.00m;

    /// <summary>Paid in each quarter, net of reversals.</summary>
    public QuarterAmounts Disbursed { get; init; } = QuarterAmounts.Zero;

    public decimal Revised => Planned.Total + TransferredIn - TransferredOut;

    public decimal Available => Revised - Committed - Disbursed.Total;

    /// <summary>Disbursed / revised × 100, two decimals, half away from zero; null where nothing is budgeted.</summary>
    public decimal? DisbursementRate => Percent.Of(Disbursed.Total, Revised);
}
