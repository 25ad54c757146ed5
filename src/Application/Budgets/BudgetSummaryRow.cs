using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The money of a group of projects.</summary>
/// <param name="Key">Identifies the group for programs: an office or province code, a node id, "Q1", "OFFICE".</param>
/// <param name="Label">Readable name of the group.</param>
public sealed record BudgetSummaryRow(string Key, LocalText Label, int ProjectCount, BudgetPosition Budget)
{
    /// <summary>The quarter of the disbursement target; null before the year begins.</summary>
    public required FiscalQuarter? TargetQuarter { get; init; }

    /// <summary>
    /// The percentage of the year's revised budget that was paid by then, with two decimals; null if the budget is 0.
    /// </summary>
    public required decimal? RateToDate { get; init; }

    /// <summary>All disbursement targets of the year.</summary>
    public IReadOnlyList<DisbursementGoal> Goals { get; init; } = [];

    /// <summary>The government's target for the end of the quarter; null if none is recorded.</summary>
    public DisbursementGoal? Goal(ExpenseClass expenseClass) =>
        Goals.FirstOrDefault(goal => goal.Quarter == TargetQuarter && goal.ExpenseClass == expenseClass);

    /// <summary>
    /// Paid percentage minus target, in percentage points; negative if less was paid than the target.
    /// </summary>
    public decimal? Distance(ExpenseClass expenseClass) => RateToDate - Goal(expenseClass)?.CumulativePercent;
}
