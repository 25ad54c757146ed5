using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class OwnerWithoutPosition : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("owner without position", "ผู้รับผิดชอบไม่ระบุตำแหน่ง");

    public override LocalText Meaning { get; } =
        new("A project names a responsible person without a position.", "ผู้รับผิดชอบโครงการไม่มีตำแหน่งกำกับ");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        from owner in project.Owners
        where string.IsNullOrWhiteSpace(owner.Position)
        select ProjectFaults.Of(
            plan,
            project,
            $"owners/{owner.Name}",
            new LocalText("owners", "ผู้รับผิดชอบโครงการ"),
            new LocalText($"{owner.Name} has no position.", $"{owner.Name} ไม่มีตำแหน่งกำกับ"),
            owner.Name
        ) with
        {
            Source = plan.Sources.Of(owner) ?? plan.Sources.Of(project),
        };
}
