using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The money of a group of projects.</summary>
/// <param name="Key">Names the group for a program: an office or province code, a node id, "Q1", "OFFICE".</param>
/// <param name="Label">Names it for a person.</param>
public sealed record BudgetSummaryRow(string Key, LocalText Label, int ProjectCount, BudgetPosition Budget)
{
    /// <summary>The quarter whose disbursement target it is compared with; null before the year begins.</summary>
    public required FiscalQuarter? TargetQuarter { get; init; }

    /// <summary>What was paid by then of the year's revised budget, in percent, two decimals; null where that is 0.</summary>
    public required decimal? RateToDate { get; init; }

    /// <summary>All that the government wants of the year.</summary>
    public IReadOnlyList<DisbursementGoal> Goals { get; init; } = [];

    /// <summary>What the government wants paid by the end of the quarter; null where that is not known.</summary>
    public DisbursementGoal? Goal(ExpenseClass expenseClass) =>
        Goals.FirstOrDefault(goal => goal.Quarter == TargetQuarter && goal.ExpenseClass == expenseClass);

    /// <summary>In percentage points; below zero where less was paid than the government wants.</summary>
    public decimal? Distance(ExpenseClass expenseClass) => RateToDate - Goal(expenseClass)?.CumulativePercent;
}
