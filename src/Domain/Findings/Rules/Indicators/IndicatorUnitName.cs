using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class IndicatorUnitName : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("unit of an indicator", "หน่วยนับของตัวชี้วัด");

    public override LocalText Meaning { get; } =
        new(
            "An indicator's unit contradicts its name: a count measured in percent, or a percentage that is not.",
            "หน่วยนับของตัวชี้วัดขัดกับชื่อ เช่น ชื่อเป็นจำนวนแต่หน่วยเป็นร้อยละ หรือชื่อเป็นร้อยละแต่หน่วยเป็นอย่างอื่น"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from placed in PlacedIndicator.Of(plan)
        let indicator = placed.Indicator
        let isPercent = Percentages.IsUnit(indicator.Unit)
        let saysNumber = indicator.Name.TrimStart().StartsWith("จำนวน", StringComparison.Ordinal)
        let saysPercent = indicator.Name.TrimStart().StartsWith(Percentages.Unit, StringComparison.Ordinal)
        where (saysNumber && isPercent) || (saysPercent && !isPercent)
        select placed.Fault(
            plan,
            "unit",
            new LocalText(
                saysNumber
                    ? "The name speaks of a number (จำนวน), but the unit is a percentage."
                    : $"The name speaks of a percentage (ร้อยละ), but the unit is \"{indicator.Unit}\".",
                saysNumber
                    ? "ชื่อตัวชี้วัดเป็นจำนวน แต่หน่วยนับเป็นร้อยละ"
                    : $"ชื่อตัวชี้วัดเป็นร้อยละ แต่หน่วยนับเป็น “{indicator.Unit}”"
            ),
            indicator.Unit,
            saysPercent ? Percentages.Unit : null
        );
}
