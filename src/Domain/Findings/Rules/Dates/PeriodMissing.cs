using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

public sealed class PeriodMissing : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("missing period", "ไม่ระบุระยะเวลา");

    public override LocalText Meaning { get; } =
        new("A project's chapter states no period.", "บทของโครงการไม่ได้ระบุระยะเวลาดำเนินโครงการ");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in ProjectFaults.Without(plan, Periods.Member)
        select ProjectFaults.Of(
            plan,
            project,
            Periods.Member,
            Periods.Name,
            new LocalText("The project states no period.", "โครงการไม่ได้ระบุระยะเวลาดำเนินโครงการ")
        );
}
