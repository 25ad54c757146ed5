using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

public sealed class PeriodOutsideYear : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("period outside the fiscal year", "ระยะเวลานอกปีงบประมาณ");

    public override LocalText Meaning { get; } =
        new("A project begins or ends outside the plan's fiscal year.", "โครงการเริ่มหรือสิ้นสุดนอกปีงบประมาณของแผน");

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var year = Periods.YearOf(plan);
        var bounds = Periods.Text(year.StartsOn, year.EndsOn);
        return from project in plan.DevelopmentPlan.Projects
            where !year.Contains(project.StartsOn) || !year.Contains(project.EndsOn)
            let stated = Periods.Text(project.StartsOn, project.EndsOn)
            select ProjectFaults.Of(
                plan,
                project,
                Periods.Member,
                Periods.Name,
                new LocalText(
                    $"The project runs {stated}, which is not within fiscal year {year.Number} ({bounds}).",
                    $"โครงการดำเนินการ {stated} ซึ่งไม่อยู่ในปีงบประมาณ พ.ศ. {year.Number} ({bounds})"
                ),
                stated,
                bounds
            );
    }
}
