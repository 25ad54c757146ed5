using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class MissingBudget : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("missing budget", "ไม่ระบุงบประมาณ");

    public override LocalText Meaning { get; } =
        new("A project's chapter states no budget.", "บทของโครงการไม่ได้ระบุจำนวนงบประมาณ");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in ProjectFaults.Without(plan, Budgets.Member)
        select ProjectFaults.Of(
            plan,
            project,
            Budgets.Member,
            new LocalText("stated budget", "งบประมาณที่ระบุ"),
            new LocalText("The project states no budget.", "โครงการไม่ได้ระบุจำนวนงบประมาณ")
        );
}
