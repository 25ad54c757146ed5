using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class ActivityRowSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total of an activity", "ยอดรวมของกิจกรรม");

    public override LocalText Meaning { get; } =
        new(
            "An activity's printed total is not the sum of its four quarters.",
            "ยอดรวมที่พิมพ์ไว้ของกิจกรรมไม่เท่ากับผลรวมของงบประมาณทั้งสี่ไตรมาส"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        from row in table.Rows
        where row.Delta is not null && row.Delta != 0
        select FaultOf(plan, table, row, row.Delta!.Value);

    private static Fault FaultOf(PlanFile plan, SpendingTable table, SpendingRow row, decimal delta)
    {
        var (stated, computed) = (row.Activity.Total!.Value, row.Activity.Total!.Value - delta);
        var message = new LocalText(
            $"The total is printed as {Amounts.Text(stated)} baht, but the four quarters add up to {Amounts.Text(computed)} baht.",
            $"ยอดรวมพิมพ์ไว้ {Amounts.Text(stated)} บาท แต่ผลรวมของสี่ไตรมาสเท่ากับ {Amounts.Text(computed)} บาท"
        );
        var project = table.Project.Number;
        var quarter = MissingIn(table, row, delta);
        if (quarter is { } column)
        {
            var name = column.Name();
            message = new LocalText(
                $"{message.English} The column of {name.English} differs from the total row by the same {Amounts.Text(Math.Abs(delta))} baht.",
                $"{message.Thai} คอลัมน์{name.Thai} ต่างจากแถวรวมด้วยจำนวนเดียวกัน คือ {Amounts.Text(Math.Abs(delta))} บาท"
            );
        }

        return new Fault(table.Place(row) + "/total", table.Location(row), message)
        {
            Subject = row.Activity,
            Stated = Amounts.Text(stated),
            Computed = Amounts.Text(computed),
            Source = plan.Sources.Of(row.Activity, SpendingColumn.Total.Key()),
            TakeStated = quarter is { } cell
                ? file => file.EditActivity(project, row.Path, a => cell.Set(a, (cell.Of(a.Printed) ?? 0) + delta))
                : null,
            TakeComputed = file =>
                file.EditActivity(project, row.Path, a => SpendingColumn.Total.Set(a, a.Printed.QuarterSum())),
        };
    }

    /// <summary>
    /// The one quarter whose column differs by the same amount as the row, so that one wrong cell explains both; null
    /// if there is none.
    /// </summary>
    private static SpendingColumn? MissingIn(SpendingTable table, SpendingRow row, decimal delta)
    {
        if (!table.Sums(row))
            return null;
        var quarters = SpendingColumns.Quarters.Where(quarter => table.ColumnDelta(quarter) == delta).ToList();
        return quarters.Count == 1 ? quarters[0] : null;
    }
}
