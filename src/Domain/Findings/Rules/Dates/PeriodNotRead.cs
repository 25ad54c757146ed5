using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

/// <summary>The project has the fiscal year as its period then.</summary>
public sealed class PeriodNotRead : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("period not read", "อ่านระยะเวลาไม่ได้");

    public override LocalText Meaning { get; } =
        new(
            "The period that a project prints is not one period, or has a date that does not exist.",
            "ระยะเวลาที่โครงการพิมพ์ไว้ไม่ใช่ช่วงเวลาเดียวที่ชัดเจน หรือมีวันที่ที่ไม่มีอยู่จริง"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
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
