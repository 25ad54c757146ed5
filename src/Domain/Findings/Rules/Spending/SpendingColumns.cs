using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

internal enum SpendingColumn
{
    Q1,
    Q2,
    Q3,
    Q4,
    Total,
}

/// <summary>The columns of a spending table: its quarters and the total.</summary>
internal static class SpendingColumns
{
    public static readonly IReadOnlyList<SpendingColumn> Quarters =
    [
        SpendingColumn.Q1,
        SpendingColumn.Q2,
        SpendingColumn.Q3,
        SpendingColumn.Q4,
    ];

    public static readonly IReadOnlyList<SpendingColumn> All = [.. Quarters, SpendingColumn.Total];

    /// <summary>The column's name in the plan file, in places and in sources.</summary>
    public static string Key(this SpendingColumn column) =>
        column == SpendingColumn.Total ? "total" : $"q{(int)column + 1}";

    public static LocalText Name(this SpendingColumn column) =>
        column == SpendingColumn.Total
            ? new("total", "ช่องรวม")
            : new($"quarter {(int)column + 1}", $"ไตรมาสที่ {(int)column + 1}");

    public static decimal? Of(this SpendingColumn column, PrintedAmounts amounts) =>
        column switch
        {
            SpendingColumn.Q1 => amounts.Q1,
            SpendingColumn.Q2 => amounts.Q2,
            SpendingColumn.Q3 => amounts.Q3,
            SpendingColumn.Q4 => amounts.Q4,
            _ => amounts.Total,
        };

    public static PrintedAmounts Set(this SpendingColumn column, PrintedAmounts amounts, decimal? value) =>
        column switch
        {
            SpendingColumn.Q1 => amounts with { Q1 = value },
            SpendingColumn.Q2 => amounts with { Q2 = value },
            SpendingColumn.Q3 => amounts with { Q3 = value },
            SpendingColumn.Q4 => amounts with { Q4 = value },
            _ => amounts with { Total = value },
        };

    public static ActivityDocument Set(this SpendingColumn column, ActivityDocument activity, decimal? value)
    {
        var (q1, q2, q3, q4, total) = column.Set(activity.Printed, value);
        return activity with { Q1 = q1, Q2 = q2, Q3 = q3, Q4 = q4, Total = total };
    }

    public static PlanFile EditTotals(this PlanFile plan, int project, SpendingColumn column, decimal? value) =>
        plan.EditProject(
            project,
            document =>
                document with
                {
                    PrintedTotals = document.PrintedTotals is { } totals ? column.Set(totals, value) : null,
                }
        );

    /// <summary>The sum of the printed quarters; null if none is printed.</summary>
    public static decimal? QuarterSum(this PrintedAmounts amounts) =>
        Amounts.Sum(Quarters.Select(quarter => quarter.Of(amounts)));
}
