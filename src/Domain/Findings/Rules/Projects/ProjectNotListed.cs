using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

/// <summary>Only for plans that were read from a document with a list of projects.</summary>
public sealed class ProjectNotListed : FindingRule
{
    /// <summary>The member of a project whose source is its row in the list of projects.</summary>
    internal const string Listed = "listed";

    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("project not listed", "โครงการไม่อยู่ในรายการ");

    public override LocalText Meaning { get; } =
        new(
            "A project has a chapter, but is not in the list of projects.",
            "โครงการมีรายละเอียด แต่ไม่อยู่ในรายการโครงการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var projects = plan.DevelopmentPlan.Projects;
        if (!projects.Any(project => plan.Sources.Of(project, Listed) is not null))
            return [];
        return from project in projects
            where plan.Sources.Of(project, Listed) is null
            select new Fault(
                $"{Labels.ProjectKey(project)}/listed",
                Labels.Project(project),
                new LocalText(
                    $"\"{project.Name}\" is not in the list of projects.",
                    $"ไม่พบ “{project.Name}” ในรายการโครงการ"
                )
            )
            {
                Subject = project,
                Stated = project.Name,
                Source = plan.Sources.Of(project),
            };
    }
}
