using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed class CountDiffers : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("stated number of items", "จำนวนรายการที่ระบุ");

    public override LocalText Meaning { get; } =
        new(
            "The text states a number of items that differs from the number it lists.",
            "จำนวนที่ระบุในข้อความไม่ตรงกับรายการที่ตามมา"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from text in PlanTexts.Of(plan)
        from count in Counts
            .In(text.Text)
            .Concat(OfPlan(plan, text))
            .Where(count => count.Listed != count.Stated)
            .DistinctBy(count => count.Index)
        select FaultOf(text, count);

    private static IEnumerable<StatedCount> OfPlan(PlanFile plan, PlanText text) =>
        text.Subject switch
        {
            SectionDocument => Counts.OfPlan(text.Text, plan),
            DatasetDocument table => Counts.OfTable(text.Text, SchoolCount.TotalsOf(table)),
            _ => [],
        };

    private static Fault FaultOf(PlanText text, StatedCount count)
    {
        var printed = text.Text.Substring(count.Index, count.Length);
        var (stated, listed) = (Counts.Text(count.Stated, printed), Amounts.Text(count.Listed));
        return new Fault(
            $"{text.Place}/{count.Unit} {count.Occurrence}",
            text.Location,
            new LocalText(
                $"The text says {stated} {count.Unit}, but it lists {listed}.",
                $"ข้อความระบุ {stated} {count.Unit} แต่ตามรายการมี {listed} {count.Unit}"
            )
        )
        {
            Subject = text.Subject,
            Stated = stated,
            Computed = listed,
            Source = text.Source,
            TakeComputed = text.Replace is { } replace
                ? file =>
                    replace(
                        file,
                        text.Text[..count.Index]
                            + Amounts.Like(printed, count.Listed)
                            + text.Text[(count.Index + count.Length)..]
                    )
                : null,
        };
    }
}
