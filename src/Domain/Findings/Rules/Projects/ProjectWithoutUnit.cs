using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class ProjectWithoutUnit : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("project without unit", "โครงการไม่ระบุหน่วยงาน");

    public override LocalText Meaning { get; } =
        new(
            "A project's chapter does not say which group or unit is responsible.",
            "บทของโครงการไม่ได้ระบุกลุ่มหรือหน่วยงานที่รับผิดชอบ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where project.ResponsibleUnit == ProjectWithoutStrategy.Unknown
        select ProjectFaults.Of(
            plan,
            project,
            "responsibleUnit",
            new LocalText("responsible unit", "หน่วยงานรับผิดชอบ"),
            new LocalText("The project names no responsible unit.", "โครงการไม่ได้ระบุหน่วยงานรับผิดชอบ")
        );
}
