using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// Not reported if the sources agree with the spending table, because then the stated budget is wrong (<see
/// cref="StatedBudgetTotal"/>).
/// </summary>
public sealed class FundingSplitSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("sources of funding", "แหล่งงบประมาณ");

    public override LocalText Meaning { get; } =
        new(
            "A project's sources of funding do not add up to the budget it states.",
            "ผลรวมของแหล่งงบประมาณไม่เท่ากับงบประมาณที่โครงการระบุไว้"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        let project = table.Project
        where project.FundingSources.Count > 0 && Budgets.IsStated(plan, project)
        let sum = project.FundingSources.Sum(source => source.Amount)
        where sum != project.StatedBudget
        where sum != (table.Stated(SpendingColumn.Total) ?? table.Computed(SpendingColumn.Total))
        select FaultOf(plan, project, sum);

    private static Fault FaultOf(PlanFile plan, ProjectDocument project, decimal sum)
    {
        var number = project.Number;
        return new Fault(
            $"{Labels.ProjectKey(project)}/fundingSources",
            Labels.Project(project).And("sources of funding", "แหล่งงบประมาณ"),
            new LocalText(
                $"The project states a budget of {Amounts.Text(project.StatedBudget)} baht, but its sources of funding add up to {Amounts.Text(sum)} baht.",
                $"โครงการระบุงบประมาณ {Amounts.Text(project.StatedBudget)} บาท แต่แหล่งงบประมาณรวมกันเท่ากับ {Amounts.Text(sum)} บาท"
            )
        )
        {
            Subject = project,
            Stated = Amounts.Text(project.StatedBudget),
            Computed = Amounts.Text(sum),
            Source = plan.Sources.Of(project, Budgets.Member),
            TakeStated =
                project.FundingSources.Count == 1
                    ? file =>
                        file.EditProject(
                            number,
                            p =>
                                p with
                                {
                                    FundingSources =
                                    [
                                        .. p.FundingSources.Select(s => s with { Amount = p.StatedBudget }),
                                    ],
                                }
                        )
                    : null,
            TakeComputed = file =>
                file.EditProject(number, p => p with { StatedBudget = p.FundingSources.Sum(s => s.Amount) }),
        };
    }
}
