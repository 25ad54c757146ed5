using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Spending;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

public sealed class ActivityOutsidePeriod : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("money outside the period", "งบประมาณนอกระยะเวลาดำเนินการ");

    public override LocalText Meaning { get; } =
        new(
            "An activity plans money in a quarter in which its project does not run.",
            "กิจกรรมวางแผนใช้งบประมาณในไตรมาสที่โครงการไม่ได้ดำเนินการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var year = Periods.YearOf(plan);
        return from table in SpendingTable.Of(plan)
            let project = table.Project
            where Periods.IsStated(plan, project) && project.EndsOn >= year.StartsOn && project.StartsOn <= year.EndsOn
            from row in table.Summed
            from column in SpendingColumns.Quarters
            where column.Of(row.Amounts) is > 0 && !Runs(project, year, (FiscalQuarter)column)
            select FaultOf(plan, table, row, column);
    }

    private static bool Runs(ProjectDocument project, FiscalYear year, FiscalQuarter quarter) =>
        project.StartsOn <= year.EndOf(quarter) && project.EndsOn >= year.StartOf(quarter);

    private static Fault FaultOf(PlanFile plan, SpendingTable table, SpendingRow row, SpendingColumn column)
    {
        var amount = Amounts.Text(column.Of(row.Amounts)!.Value);
        var period = Periods.Text(table.Project.StartsOn, table.Project.EndsOn);
        return new Fault(
            $"{table.Place(row)}/{column.Key()}",
            table.Location(row).And(column.Name()),
            new LocalText(
                $"{amount} baht are planned for {column.Name().English}, but the project runs {period}.",
                $"วางแผนใช้ {amount} บาท ใน{column.Name().Thai} แต่โครงการดำเนินการ {period}"
            )
        )
        {
            Subject = row.Activity,
            Stated = amount,
            Computed = period,
            Source = plan.Sources.Of(row.Activity, column.Key()),
        };
    }
}
