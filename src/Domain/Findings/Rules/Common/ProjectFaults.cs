using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>Faults of one member of a project.</summary>
internal static class ProjectFaults
{
    public static Fault Of(
        PlanFile plan,
        ProjectDocument project,
        string member,
        LocalText name,
        LocalText message,
        string? stated = null,
        string? computed = null
    ) =>
        new($"{Labels.ProjectKey(project)}/{member}", Labels.Project(project).And(name), message)
        {
            Subject = project,
            Stated = stated,
            Computed = computed,
            Source = plan.Sources.Of(project, member) ?? plan.Sources.Of(project),
        };

    /// <summary>
    /// The projects without a printed value for this member, in a plan that was read from a document.
    /// </summary>
    public static IEnumerable<ProjectDocument> Without(PlanFile plan, string member) =>
        plan.Sources.IsEmpty
            ? []
            : plan.DevelopmentPlan.Projects.Where(project => plan.Sources.Of(project, member) is null);
}
