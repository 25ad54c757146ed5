using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class MissingSpendingTable : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("missing spending table", "ไม่มีตารางการใช้จ่าย");

    public override LocalText Meaning { get; } =
        new(
            "A project states a budget, but no spending table with quarters or months was found in its chapter.",
            "โครงการระบุงบประมาณ แต่ไม่พบตารางแผนการใช้จ่ายรายไตรมาสหรือรายเดือนในบทของโครงการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where plan.Reading is not null && project.Activities.Count == 0 && project.StatedBudget > 0
        select ProjectFaults.Of(
            plan,
            project,
            "activities",
            new LocalText("spending table", "แผนการใช้จ่ายงบประมาณ"),
            new LocalText(
                $"The project states {Amounts.Text(project.StatedBudget)} baht, but no spending table of it was found.",
                $"โครงการระบุงบประมาณ {Amounts.Text(project.StatedBudget)} บาท แต่ไม่พบตารางแผนการใช้จ่าย"
            ),
            Amounts.Text(project.StatedBudget)
        );
}
