using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>The amounts of an activity, a project, a plan or any group of them, and their fiscal year.</summary>
/// <param name="FirstYear">The fiscal year; for a group over several years, the first of them.</param>
/// <param name="LastYear">The last fiscal year of the group.</param>
public sealed record BudgetPosition(Balance Balance, FiscalYear FirstYear, FiscalYear LastYear)
{
    public static BudgetPosition Of(Balance balance, int fiscalYear) =>
        new(balance, new FiscalYear(fiscalYear), new FiscalYear(fiscalYear));
}
