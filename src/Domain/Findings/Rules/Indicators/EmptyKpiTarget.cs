using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class EmptyKpiTarget : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } =
        new("success indicator without target", "ตัวชี้วัดความสำเร็จไม่มีค่าเป้าหมาย");

    public override LocalText Meaning { get; } =
        new("A project's success indicator has no target.", "ตัวชี้วัดความสำเร็จของโครงการไม่มีค่าเป้าหมาย");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        from kpi in Kpis.Of(project)
        where string.IsNullOrWhiteSpace(kpi.Kpi.TargetText) && kpi.Kpi.TargetValue is null
        select new Fault(
            kpi.Place,
            kpi.Location,
            new LocalText("The success indicator has no target.", "ตัวชี้วัดความสำเร็จไม่มีค่าเป้าหมาย")
        )
        {
            Subject = kpi.Kpi,
            Source = plan.Sources.Of(kpi.Kpi),
        };
}
