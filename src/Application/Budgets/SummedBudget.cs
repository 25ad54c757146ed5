using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Balances from the sums that groups of projects are read with.</summary>
internal static class SummedBudget
{
    /// <summary>Names the sums by quarter.</summary>
    public const string ByQuarter = "Project.budget";

    /// <summary>Names the sums over all quarters, which cost less; there are none of past moments.</summary>
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
