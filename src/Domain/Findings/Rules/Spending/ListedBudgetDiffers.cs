using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// Not reported if the list agrees with the project's spending table: then the stated budget is the odd one (<see
/// cref="StatedBudgetTotal"/>).
/// </summary>
public sealed class ListedBudgetDiffers : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("budget in the list of projects", "งบประมาณในรายการโครงการ");

    public override LocalText Meaning { get; } =
        new(
            "A list of projects prints another budget than the project's chapter.",
            "งบประมาณในรายการโครงการไม่ตรงกับงบประมาณในรายละเอียดของโครงการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var totals = SpendingTable
            .Of(plan)
            .ToLookup(
                table => table.Project.Number,
                table => table.Stated(SpendingColumn.Total) ?? table.Computed(SpendingColumn.Total)
            );
        return from listed in plan.Reading?.Listed ?? []
            where listed.Amount is not null
            join project in plan.DevelopmentPlan.Projects on listed.Project equals project.Number
            where listed.Amount != project.StatedBudget
            where !(Budgets.IsStated(plan, project) && totals[project.Number].Contains(listed.Amount))
            select FaultOf(plan, project, listed);
    }

    private static Fault FaultOf(PlanFile plan, ProjectDocument project, ListedBudget listed)
    {
        var isStated = Budgets.IsStated(plan, project);
        var (stated, amount) = (Amounts.Text(project.StatedBudget), Amounts.Text(listed.Amount!.Value));
        var fault = ProjectFaults.Of(
            plan,
            project,
            "listedBudget",
            isStated
                ? new LocalText("stated budget", "งบประมาณที่ระบุ")
                : new LocalText("spending table", "แผนการใช้จ่ายงบประมาณ"),
            new LocalText(
                isStated
                    ? $"The list of projects prints {amount} baht, but the project's chapter states a budget of {stated} baht."
                    : $"The list of projects prints {amount} baht, but the project's spending table makes {stated} baht.",
                isStated
                    ? $"รายการโครงการพิมพ์งบประมาณ {amount} บาท แต่รายละเอียดโครงการระบุ {stated} บาท"
                    : $"รายการโครงการพิมพ์งบประมาณ {amount} บาท แต่แผนการใช้จ่ายรวมเป็น {stated} บาท"
            ),
            amount,
            stated
        ) with
        {
            Source =
                plan.Sources.Of(project, Budgets.Member)
                ?? plan.Sources.Of(project, "total")
                ?? plan.Sources.Of(project),
        };
        return ProjectFaults.Listed(fault, project, listed.Source);
    }
}
