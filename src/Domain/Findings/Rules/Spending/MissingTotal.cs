using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class MissingTotal : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("missing total", "ไม่มียอดรวม");

    public override LocalText Meaning { get; } =
        new(
            "A spending table, or an activity in it, prints amounts but no total.",
            "แผนการใช้จ่ายงบประมาณหรือกิจกรรมในแผนมีจำนวนเงินแต่ไม่มียอดรวม"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        SpendingTable.Of(plan).SelectMany(table => Check(plan, table));

    private static bool IsWithoutTotal(SpendingRow row) =>
        !row.Shifted && row.Activity.Total is null && row.Unread.Count == 0;

    private static IEnumerable<Fault> Check(PlanFile plan, SpendingTable table)
    {
        var project = table.Project;
        foreach (var row in table.Rows.Where(IsWithoutTotal))
        {
            if (row.Activity.Printed.QuarterSum() is { } sum)
            {
                yield return new Fault(
                    table.Place(row) + "/total",
                    table.Location(row),
                    new LocalText(
                        $"The activity prints amounts that add up to {Amounts.Text(sum)} baht, but no total.",
                        $"กิจกรรมมีจำนวนเงินรวม {Amounts.Text(sum)} บาท แต่ไม่ได้พิมพ์ยอดรวม"
                    )
                )
                {
                    Subject = row.Activity,
                    Computed = Amounts.Text(sum),
                    Source = plan.Sources.Of(row.Activity),
                    TakeComputed = file =>
                        file.EditActivity(project.Number, row.Path, a => a with { Total = a.Printed.QuarterSum() }),
                };
            }
        }

        if (
            table.Stated(SpendingColumn.Total) is null
            && !table.UnreadTotals.Contains(SpendingColumn.Total)
            && table.Computed(SpendingColumn.Total) is { } total
        )
        {
            yield return new Fault(
                $"{Labels.ProjectKey(project)}/totals",
                Labels.Project(project).And("total row", "แถวรวมทั้งสิ้น"),
                new LocalText(
                    $"The spending table prints no total; its activities add up to {Amounts.Text(total)} baht.",
                    $"แผนการใช้จ่ายงบประมาณไม่มียอดรวมทั้งสิ้น ผลรวมของกิจกรรมเท่ากับ {Amounts.Text(total)} บาท"
                )
            )
            {
                Subject = project,
                Computed = Amounts.Text(total),
                Source = table
                    .Rows.Select(row => plan.Sources.Of(row.Activity))
                    .LastOrDefault(source => source is not null, plan.Sources.Of(project)),
            };
        }
    }
}
