using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class ProjectWithoutOwner : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("project without owner", "โครงการไม่ระบุผู้รับผิดชอบ");

    public override LocalText Meaning { get; } =
        new("A project names no responsible person.", "โครงการไม่ได้ระบุชื่อผู้รับผิดชอบโครงการ");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where project.Owners.Count == 0
        select ProjectFaults.Of(
            plan,
            project,
            "owners",
            new LocalText("owners", "ผู้รับผิดชอบโครงการ"),
            new LocalText("The project names no owner.", "โครงการไม่ได้ระบุชื่อผู้รับผิดชอบโครงการ")
        );
}
