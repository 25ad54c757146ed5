using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Reading;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class IndicatorMissingYear : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("missing target of a year", "ไม่มีค่าเป้าหมายของปี");

    public override LocalText Meaning { get; } =
        new(
            "An indicator has no target for a year of the strategic plan.",
            "ตัวชี้วัดไม่มีค่าเป้าหมายของบางปีในแผนพัฒนาการศึกษา"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var (first, last) = (plan.StrategicPlan.FirstFiscalYear, plan.StrategicPlan.LastFiscalYear);
        // A heading that is reported has no year, and every indicator below it no target of the year.
        var headings = UnreadCells
            .Sources(plan, ExpectedValue.Year)
            .CountBy(source => source.Table ?? 0)
            .ToDictionary();
        // Nor is a target missing whose cell is reported.
        var cells = UnreadCells.Sources(plan, ExpectedValue.Target).CountBy(source => source.Line).ToDictionary();
        return from placed in PlacedIndicator.Of(plan)
            let missing = Enumerable
                .Range(first, Math.Max(0, last - first + 1))
                .Except(placed.Indicator.Targets.Select(target => target.FiscalYear))
                .ToList()
            let source = plan.Sources.Of(placed.Indicator)
            where
                missing.Count
                > headings.GetValueOrDefault(source?.Table ?? 0) + cells.GetValueOrDefault(source?.Line ?? 0)
            let years = string.Join(", ", missing)
            select placed.Fault(
                plan,
                "targets",
                new LocalText($"There is no target for {years}.", $"ไม่มีค่าเป้าหมายของปี {years}"),
                stated: null,
                computed: years
            );
    }
}
