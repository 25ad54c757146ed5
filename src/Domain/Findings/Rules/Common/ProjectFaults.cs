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

    /// <summary>The same fault at the project's row in a list of projects, and at the place in its chapter.</summary>
    public static Fault Listed(Fault fault, ProjectDocument project, Source? row) =>
        row is null
            ? fault
            : fault with
            {
                Location = new LocalText(
                    $"list of projects, project {project.Number}",
                    $"รายการโครงการ โครงการที่ {project.Number}"
                ),
                Source = row,
                Others = fault.Source is null ? [] : [new FaultPlace(fault.Location, fault.Source)],
            };

    /// <summary>
    /// The projects without a printed value for this member, in a plan that was read from a document.
    /// </summary>
    public static IEnumerable<ProjectDocument> Without(PlanFile plan, string member) =>
        plan.Sources.IsEmpty
            ? []
            : plan.DevelopmentPlan.Projects.Where(project => plan.Sources.Of(project, member) is null);
}
