using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class ProjectNameDiffers : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Info;

    public override LocalText Name { get; } = new("name of a project", "ชื่อโครงการไม่ตรงกัน");

    public override LocalText Meaning { get; } =
        new(
            "A project's name differs between its chapter and the list of projects.",
            "ชื่อโครงการที่พิมพ์ในบทของโครงการไม่ตรงกับชื่อในรายการโครงการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where project.NamePrinted is not null && Bare(project.NamePrinted) != Bare(project.Name)
        select ProjectFaults.Listed(
            ProjectFaults.Of(
                plan,
                project,
                "name",
                new LocalText("name", "ชื่อโครงการ"),
                new LocalText(
                    $"The project's chapter is headed \"{project.NamePrinted}\", but the list of projects has \"{project.Name}\".",
                    $"บทของโครงการพิมพ์ชื่อว่า “{project.NamePrinted}” แต่รายการโครงการพิมพ์ว่า “{project.Name}”"
                ),
                project.NamePrinted,
                project.Name
            ) with
            {
                TakeStated = file => file.EditProject(project.Number, p => p with { Name = project.NamePrinted! }),
                TakeComputed = file => file.EditProject(project.Number, p => p with { NamePrinted = p.Name }),
            },
            project,
            plan.Sources.Of(project, ProjectNotListed.Listed)
        );

    private static string Bare(string name) => Spelling.Without(Spelling.Key(name), "โครงการ");
}
