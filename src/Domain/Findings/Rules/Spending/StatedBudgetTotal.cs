using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// Not reported if only the total row's total is wrong and everything else agrees with the budget (<see
/// cref="TotalRowSum"/>).
/// </summary>
public sealed class StatedBudgetTotal : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("stated budget", "งบประมาณที่ระบุ");

    public override LocalText Meaning { get; } =
        new(
            "The budget a project states is not the total of its spending table.",
            "งบประมาณที่โครงการระบุไว้ไม่เท่ากับยอดรวมของแผนการใช้จ่ายงบประมาณ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        where Budgets.IsStated(plan, table.Project)
        let total = table.Stated(SpendingColumn.Total) ?? table.Computed(SpendingColumn.Total)
        where total is not null && total != table.Project.StatedBudget
        where !(table.TotalIsWrong && total - table.TotalRowDelta == table.Project.StatedBudget)
        select FaultOf(plan, table, total.Value);

    private static Fault FaultOf(PlanFile plan, SpendingTable table, decimal total)
    {
        var project = table.Project;
        var printed = table.Stated(SpendingColumn.Total) is not null;
        var what = printed
            ? new LocalText("the total row of its spending table prints", "แถวรวมของแผนการใช้จ่ายพิมพ์ไว้")
            : new LocalText("its activities add up to", "ผลรวมของกิจกรรมเท่ากับ");
        return new Fault(
            $"{Labels.ProjectKey(project)}/statedBudget",
            Labels.Project(project).And("stated budget", "งบประมาณที่ระบุ"),
            new LocalText(
                $"The project states a budget of {Amounts.Text(project.StatedBudget)} baht, but {what.English} {Amounts.Text(total)} baht.",
                $"โครงการระบุงบประมาณ {Amounts.Text(project.StatedBudget)} บาท แต่{what.Thai} {Amounts.Text(total)} บาท"
            )
        )
        {
            Subject = project,
            Stated = Amounts.Text(project.StatedBudget),
            Computed = Amounts.Text(total),
            Source = plan.Sources.Of(project, Budgets.Member),
            TakeStated = printed
                ? file => file.EditTotals(project.Number, SpendingColumn.Total, project.StatedBudget)
                : null,
            TakeComputed = file => file.EditProject(project.Number, p => p with { StatedBudget = total }),
        };
    }
}
