using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Reading;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

/// <summary>
/// A project has the fiscal year as its period then, a survey the first day of the fiscal year, and a table no day.
/// </summary>
public sealed class PeriodNotRead : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("period or date not read", "อ่านระยะเวลาหรือวันที่ไม่ได้");

    public override LocalText Meaning { get; } =
        new(
            "The period of a project is not one period, the date of a survey or table not one day, or there is no such date.",
            "ระยะเวลาของโครงการไม่ใช่ช่วงเวลาเดียวที่ชัดเจน วันที่ของแบบสำรวจหรือตารางไม่ใช่วันเดียว หรือไม่มีวันที่นั้นอยู่จริง"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        [
            .. OfProjects(plan),
            .. UnreadCells.Of(
                plan,
                ExpectedValue.Date,
                new LocalText(
                    "The day of the survey or of the table is expected here, and not understood.",
                    "ที่นี่ควรเป็นวันที่ของแบบสำรวจหรือของตาราง แต่อ่านไม่ได้"
                )
            ),
        ];

    private static IEnumerable<Fault> OfProjects(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where plan.Reading is not null && project.PeriodPrinted is not null
        where ThaiPeriod.Of(project.PeriodPrinted!, plan.DevelopmentPlan.FiscalYear) is null
        select ProjectFaults.Of(
            plan,
            project,
            Periods.Member,
            Periods.Name,
            new LocalText(
                $"\"{project.PeriodPrinted}\" is not understood as one period; the whole fiscal year stands in its place.",
                $"ไม่เข้าใจ \"{project.PeriodPrinted}\" ว่าเป็นช่วงเวลาใด จึงใช้ทั้งปีงบประมาณแทน"
            ),
            project.PeriodPrinted
        );
}
