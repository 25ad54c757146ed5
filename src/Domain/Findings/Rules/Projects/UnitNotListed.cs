using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

/// <summary>
/// Only for plans that were read from a document that lists the office's units. A unit of that list has a printed number.
/// </summary>
public sealed class UnitNotListed : FindingRule
{
    private const string Number = "number";

    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("unit not in the structure", "หน่วยงานไม่อยู่ในโครงสร้าง");

    public override LocalText Meaning { get; } =
        new(
            "A project names a group or unit that is not in the office's structure; it was added.",
            "โครงการระบุกลุ่มหรือหน่วยงานที่ไม่มีในโครงสร้างของสำนักงาน ระบบจึงเพิ่มให้"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        !plan.Office.OrgUnits.Any(unit => plan.Sources.Of(unit, Number) is not null)
            ? []
            : from unit in plan.Office.OrgUnits
            where plan.Sources.Of(unit) is not null && plan.Sources.Of(unit, Number) is null
            let projects = plan.DevelopmentPlan.Projects.Where(one => one.ResponsibleUnit == unit.Number).ToList()
            where projects.Count > 0
            select FaultOf(plan, unit, projects);

    private static Fault FaultOf(PlanFile plan, OrgUnitDocument unit, List<ProjectDocument> projects)
    {
        var first = PlaceOf(plan, projects[0]);
        return new Fault(
            $"unit {unit.Name}",
            first.Location,
            new LocalText(
                $"\"{unit.Name}\" is responsible, but is not in the office's structure; it was added as unit {unit.Number}.",
                $"ระบุ “{unit.Name}” เป็นหน่วยงานรับผิดชอบ แต่ไม่มีในโครงสร้างของสำนักงาน จึงเพิ่มเป็นหน่วยงานที่ {unit.Number}"
            )
        )
        {
            Subject = unit,
            Stated = unit.Name,
            Source = first.Source,
            Others = [.. projects.Skip(1).Select(project => PlaceOf(plan, project))],
        };
    }

    private static FaultPlace PlaceOf(PlanFile plan, ProjectDocument project) =>
        new(
            Labels.Project(project).And("responsible unit", "หน่วยงานรับผิดชอบ"),
            plan.Sources.Of(project, "responsibleUnit") ?? plan.Sources.Of(project)
        );
}
