using FluentValidation;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Rules that the inputs of several commands share.</summary>
internal static class LedgerRules
{
    public static void Key<T>(this IRuleBuilder<T, string?> rule) => rule.Text(1, 255);

    public static void Reference<T>(this IRuleBuilder<T, string> rule) => rule.Text(1, 255);

    public static void Reason<T>(this IRuleBuilder<T, string> rule) => rule.Text(1, 2000);
}
