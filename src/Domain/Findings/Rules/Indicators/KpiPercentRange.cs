using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class KpiPercentRange : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("percentage of a success indicator", "ร้อยละของตัวชี้วัดความสำเร็จ");

    public override LocalText Meaning { get; } =
        new(
            "The target of a success indicator is a percentage below 0 or above 100.",
            "ค่าเป้าหมายของตัวชี้วัดความสำเร็จเป็นร้อยละที่ต่ำกว่า 0 หรือเกิน 100"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        from kpi in Kpis.Of(project)
        where Percentages.IsUnit(kpi.Kpi.TargetUnit) && kpi.Kpi.TargetValue is (< 0 or > 100)
        let stated = Amounts.Text(kpi.Kpi.TargetValue!.Value)
        select new Fault(
            kpi.Place,
            kpi.Location,
            new LocalText($"The target is {stated} percent.", $"ค่าเป้าหมายเป็นร้อยละ {stated}")
        )
        {
            Subject = kpi.Kpi,
            Stated = stated,
            Computed = "0-100",
            Source = plan.Sources.Of(kpi.Kpi, "targetText") ?? plan.Sources.Of(kpi.Kpi),
        };
}
