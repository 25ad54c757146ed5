using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Reports;

/// <summary>The money of a project, or of all of a report, in baht.</summary>
/// <param name="Planned">The approved spending plan of the whole year.</param>
/// <param name="Revised">The same after transfers.</param>
/// <param name="RevisedToDate">What of it is for this and all earlier quarters.</param>
/// <param name="PaidInQuarter">Paid in the quarter, net of reversals.</param>
/// <param name="PaidToDate">Paid in this and all earlier quarters.</param>
/// <param name="Committed">Reserved and not yet paid.</param>
/// <param name="Remaining">Neither paid, in any quarter, nor reserved.</param>
/// <param name="Rate">Paid to date / revised × 100, two decimals; null if nothing is budgeted.</param>
public sealed record ReportedMoney(
    decimal Planned,
    decimal Revised,
    decimal RevisedToDate,
    decimal PaidInQuarter,
    decimal PaidToDate,
    decimal Committed,
    decimal Remaining,
    decimal? Rate
)
{
    public static readonly ReportedMoney None = Of(Balance.Zero, FiscalQuarter.Q1);

    public static ReportedMoney Of(Balance balance, FiscalQuarter quarter)
    {
        var (revisedToDate, paidToDate) = (0.00m, 0.00m);
        for (var past = FiscalQuarter.Q1; past <= quarter; past++)
        {
            revisedToDate += balance.Of(past).Revised;
            paidToDate += balance.Disbursed[past];
        }

        return new ReportedMoney(
            balance.Planned.Total,
            balance.Revised,
            revisedToDate,
            balance.Disbursed[quarter],
            paidToDate,
            balance.Committed,
            balance.Available,
            Percent.Of(paidToDate, balance.Revised)
        );
    }
}
