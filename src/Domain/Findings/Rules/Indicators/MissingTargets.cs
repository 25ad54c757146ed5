using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class MissingTargets : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("strategy without targets", "กลยุทธ์ไม่มีค่าเป้าหมาย");

    public override LocalText Meaning { get; } =
        new("No indicator with a target was found for a strategy.", "ไม่พบตัวชี้วัดที่มีค่าเป้าหมายของกลยุทธ์");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from strategy in plan.StrategicPlan.Strategies
        where plan.Reading is not null && strategy.Number > 0
        where strategy.Indicators.All(indicator => indicator.Targets.Count == 0)
        select new Fault(
            $"strategy {strategy.Number}/indicators",
            new LocalText($"strategy {strategy.Number}", $"กลยุทธ์ที่ {strategy.Number}").And(
                "indicators",
                "ตัวชี้วัด"
            ),
            new LocalText(
                "No table of indicators with targets was found for the strategy.",
                "ไม่พบตารางตัวชี้วัดที่มีค่าเป้าหมายของกลยุทธ์นี้"
            )
        )
        {
            Subject = strategy,
            Source = plan.Sources.Of(strategy),
        };
}
