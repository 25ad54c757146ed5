using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Creates balances from the sums that are read for groups of projects.</summary>
internal static class SummedBudget
{
    /// <summary>The name of the set of sums by quarter.</summary>
    public const string ByQuarter = "Project.budget";

    /// <summary>
    /// The name of the set of sums over all quarters, which is cheaper; not available for past moments.
    /// </summary>
    public const string Totals = "Project.totals";

    public static Balance Of(GroupRow group) =>
        new()
        {
            Planned = Amounts(group, "planned"),
            TransferredIn = Amounts(group, "transferred_in"),
            TransferredOut = Amounts(group, "transferred_out"),
            Committed = Amount(group, "committed"),
            Disbursed = Amounts(group, "disbursed"),
        };

    private static QuarterAmounts Amounts(GroupRow group, string name) =>
        group.Figures.ContainsKey($"{name}_total")
            ? QuarterAmounts.Undivided(Amount(group, $"{name}_total"))
            : new QuarterAmounts(
                Amount(group, $"{name}_q1"),
                Amount(group, $"{name}_q2"),
                Amount(group, $"{name}_q3"),
                Amount(group, $"{name}_q4")
            );

    private static decimal Amount(GroupRow group, string column) => (decimal)group.Figures[column]! + 0.00m;
}
