using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>The values of a project in the audit trail.</summary>
/// <param name="StatedBudget">The stated budget in baht, as printed.</param>
public sealed record ProjectFigures(
    int Number,
    string Name,
    string Status,
    decimal StatedBudget,
    int Version,
    int Activities
);

/// <summary>The values of a plan in the audit trail.</summary>
internal static class PlanFigures
{
    public static IReadOnlyList<ProjectFigures> Of(DevelopmentPlan plan) =>
        [
            .. plan
                .Projects.OrderBy(project => project.Number)
                .Select(project => new ProjectFigures(
                    project.Number,
                    project.Name,
                    EnumText.Of(project.Status),
                    project.StatedBudget,
                    project.Version,
                    project.Activities.Count
                )),
        ];
}
