using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>Whether a project's budget is printed. A plan that was read from a document has 0 if it is not.</summary>
internal static class Budgets
{
    public const string Member = "statedBudget";

    public static bool IsStated(PlanFile plan, ProjectDocument project) =>
        plan.Sources.IsEmpty || plan.Sources.Of(project, Member) is not null;
}
