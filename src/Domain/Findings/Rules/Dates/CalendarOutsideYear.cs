using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

public sealed class CalendarOutsideYear : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("calendar outside the fiscal year", "ปฏิทินนอกปีงบประมาณ");

    public override LocalText Meaning { get; } =
        new(
            "The calendar marks months outside the plan's fiscal year.",
            "ปฏิทินการดำเนินงานระบุเดือนที่อยู่นอกปีงบประมาณของแผน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var year = Periods.YearOf(plan);
        return from step in plan.DevelopmentPlan.Calendar
            let outside = step.Months.Where(month => !IsIn(year, month)).ToList()
            where outside.Count > 0
            let months = string.Join(", ", outside)
            select new Fault(
                $"calendar/{step.Number}",
                new LocalText($"calendar, step {step.Number}", $"ปฏิทินการดำเนินงาน ขั้นที่ {step.Number}"),
                new LocalText(
                    $"The step marks {months}, which is not in fiscal year {year.Number}.",
                    $"ขั้นตอนนี้ระบุเดือน {months} ซึ่งไม่อยู่ในปีงบประมาณ พ.ศ. {year.Number}"
                )
            )
            {
                Subject = step,
                Stated = months,
                Source = plan.Sources.Of(step, "months") ?? plan.Sources.Of(step),
            };
    }

    private static bool IsIn(FiscalYear year, string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var first) && year.Contains(first);
}
