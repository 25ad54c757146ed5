using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Reading;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class MissingBudget : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("missing budget", "ไม่ระบุงบประมาณ");

    public override LocalText Meaning { get; } =
        new("A project's chapter states no budget.", "บทของโครงการไม่ได้ระบุจำนวนงบประมาณ");

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var unread = WithUnread(plan);
        return from project in ProjectFaults.Without(plan, Budgets.Member)
            where !unread.Contains(plan.Sources.Of(project)?.Line ?? 0)
            select ProjectFaults.Of(
                plan,
                project,
                Budgets.Member,
                new LocalText("stated budget", "งบประมาณที่ระบุ"),
                new LocalText("The project states no budget.", "โครงการไม่ได้ระบุจำนวนงบประมาณ")
            );
    }

    /// <summary>
    /// The first lines of the projects with an amount in their text that is reported as not read: it may be the budget.
    /// </summary>
    private static HashSet<int> WithUnread(PlanFile plan)
    {
        var starts = plan.DevelopmentPlan.Projects.Select(one => plan.Sources.Of(one)?.Line ?? 0).Order().ToList();
        return
        [
            .. from source in UnreadCells.Sources(plan, ExpectedValue.Amount)
            where source.Table is null
            let at = starts.BinarySearch(source.Line) is var found && found < 0 ? ~found - 1 : found
            where at >= 0
            select starts[at],
        ];
    }
}
