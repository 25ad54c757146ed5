using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class IndicatorTargetFalls : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("target gets worse", "ค่าเป้าหมายถดถอย");

    public override LocalText Meaning { get; } =
        new(
            "An indicator's target gets worse from one year to the next.",
            "ค่าเป้าหมายของตัวชี้วัดสวนทางกับที่ควรเป็นเมื่อเทียบกับปีก่อน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from placed in PlacedIndicator.Of(plan)
        where placed.Direction != 0
        from pair in Pairs(placed.Indicator)
        where Math.Sign(pair.Later.Target - pair.Earlier.Target) == -placed.Direction
        select FaultOf(plan, placed, pair.Earlier, pair.Later);

    private static IEnumerable<(IndicatorTargetDocument Earlier, IndicatorTargetDocument Later)> Pairs(
        IndicatorDocument indicator
    )
    {
        var targets = indicator.Targets.OrderBy(target => target.FiscalYear).ToList();
        return targets.Zip(targets.Skip(1));
    }

    private static Fault FaultOf(
        PlanFile plan,
        PlacedIndicator placed,
        IndicatorTargetDocument earlier,
        IndicatorTargetDocument later
    )
    {
        var (stated, before) = (Amounts.Text(later.Target), Amounts.Text(earlier.Target));
        var message =
            placed.Direction > 0
                ? new LocalText(
                    $"The target of {later.FiscalYear} is {stated}, lower than the {before} of {earlier.FiscalYear}.",
                    $"ค่าเป้าหมายปี {later.FiscalYear} เท่ากับ {stated} ต่ำกว่าปี {earlier.FiscalYear} ซึ่งเท่ากับ {before}"
                )
                : new LocalText(
                    $"The target of {later.FiscalYear} is {stated}, higher than the {before} of {earlier.FiscalYear}, although lower is better.",
                    $"ค่าเป้าหมายปี {later.FiscalYear} เท่ากับ {stated} สูงกว่าปี {earlier.FiscalYear} ซึ่งเท่ากับ {before} ทั้งที่ควรลดลง"
                );
        return placed.Fault(plan, $"targets/{later.FiscalYear}", message, stated, before);
    }
}
