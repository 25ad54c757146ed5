using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class IndicatorPercentRange : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("percentage of an indicator", "ร้อยละของตัวชี้วัด");

    public override LocalText Meaning { get; } =
        new(
            "An indicator's target is a percentage below 0 or above 100.",
            "ค่าเป้าหมายของตัวชี้วัดเป็นร้อยละที่ต่ำกว่า 0 หรือเกิน 100"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from placed in PlacedIndicator.Of(plan)
        where Percentages.IsUnit(placed.Indicator.Unit)
        from target in placed.Indicator.Targets
        where target.Target is < 0 or > 100
        let stated = Amounts.Text(target.Target)
        select placed.Fault(
            plan,
            $"targets/{target.FiscalYear}",
            new LocalText(
                $"The target of {target.FiscalYear} is {stated} percent.",
                $"ค่าเป้าหมายปี {target.FiscalYear} เป็นร้อยละ {stated}"
            ),
            stated,
            "0-100"
        );
}
