using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Statistics;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// In a spending table, a shift is detected from the positions where the amounts are printed; the amounts have already
/// been read into the right columns. In other tables it is detected from the numbers, which would be correct one column
/// further to the left.
/// </summary>
public sealed class ShiftedRow : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("shifted row", "แถวเลื่อนช่อง");

    public override LocalText Meaning { get; } =
        new(
            "The numbers of a table row are shifted out of their columns.",
            "ตัวเลขในแถวของตารางเลื่อนไปจากคอลัมน์ที่ควรอยู่"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) => Activities(plan).Concat(Totals(plan));

    private static IEnumerable<Fault> Activities(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        from row in table.Rows
        where row.Shifted
        let cell = plan
            .Sources.MembersOf(row.Activity)
            .Where(member => IsAmount(member.Key))
            .Select(m => m.Value)
            .FirstOrDefault()
        select new Fault(
            table.Place(row),
            table.Location(row),
            new LocalText(
                "The amounts of this row are not printed under the columns of the other rows.",
                "จำนวนเงินในแถวนี้ไม่ได้อยู่ใต้คอลัมน์เดียวกับแถวอื่น"
            )
        )
        {
            Subject = row.Activity,
            Stated = string.Join(" | ", SpendingColumns.All.Select(column => TextOf(column.Of(row.Activity.Printed)))),
            Computed = IsMoved(row) ? TextOf(row) : null,
            Source = cell,
            TakeComputed = IsMoved(row)
                ? file => file.EditActivity(table.Project.Number, row.Path, activity => Moved(activity, row))
                : null,
        };

    /// <summary>
    /// Whether the amounts were read in the printed columns. Otherwise they were read in the right columns.
    /// </summary>
    private static bool IsMoved(SpendingRow row) => row.Amounts != row.Activity.Printed;

    private static string TextOf(SpendingRow row) =>
        string.Join(" | ", SpendingColumns.All.Select(column => TextOf(column.Of(Complete(row)))));

    private static PrintedAmounts Complete(SpendingRow row) =>
        row.Amounts with
        {
            Total = row.Amounts.Total ?? row.Amounts.QuarterSum(),
        };

    private static ActivityDocument Moved(ActivityDocument activity, SpendingRow row) =>
        SpendingColumns.All.Aggregate(activity, (moved, column) => column.Set(moved, column.Of(Complete(row))));

    private static bool IsAmount(string member) => SpendingColumns.All.Any(column => column.Key() == member);

    private static IEnumerable<Fault> Totals(PlanFile plan) =>
        from table in DatasetTable.OfCounts(plan)
        let sums = new DatasetSums(table)
        from row in sums.ShiftedRows
        let columns = Enumerable.Range(0, table.Axes[1].Labels.Count).ToList()
        let label = table.Axes[0].Labels[row]
        let stated = columns.Select(column => TextOf(table.Value([row, column]))).ToList()
        let computed = columns.Select(column => TextOf(table.InnerSum([row, column]))).ToList()
        select new Fault(
            DatasetTable.PlaceOf(table.Dataset, label),
            DatasetTable.LocationOf(table.Dataset, label),
            new LocalText(
                $"The totals are printed one column to the right: {string.Join(", ", stated)} where {string.Join(", ", computed)} would be right.",
                $"ยอดรวมพิมพ์เลื่อนไปทางขวาหนึ่งคอลัมน์: พิมพ์ไว้ {string.Join(", ", stated)} ที่ถูกคือ {string.Join(", ", computed)}"
            )
        )
        {
            Subject = table.Dataset,
            Stated = string.Join(" | ", stated),
            Computed = string.Join(" | ", computed),
            Source = columns
                .Select(column => table.Cell([row, column]))
                .OfType<ObservationDocument>()
                .Select(cell => plan.Sources.Of(cell))
                .FirstOrDefault(source => source is not null),
            TakeComputed = file =>
                columns.Aggregate(file, (current, column) => Corrected(current, table, [row, column])),
        };

    private static PlanFile Corrected(PlanFile plan, DatasetTable table, IReadOnlyList<int> at) =>
        table.Cell(at) is { } cell && table.InnerSum(at) is { } value
            ? plan.EditObservation(
                table.Dataset.Code,
                cell.At,
                c => c with { Value = value, Text = Amounts.Like(c.Text, value) }
            )
            : plan;

    private static string TextOf(decimal? value) => value is { } number ? Amounts.Text(number) : "-";
}
