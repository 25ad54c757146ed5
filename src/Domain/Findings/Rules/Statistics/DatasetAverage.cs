using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

public sealed class DatasetAverage : FindingRule
{
    /// <summary>The largest difference that rounding of the averaged numbers and of the average can cause.</summary>
    private const decimal Tolerance = 0.01m;

    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("average", "ค่าเฉลี่ย");

    public override LocalText Meaning { get; } =
        new(
            "The value in a table's row of averages is not the mean of the rows above it.",
            "แถวเฉลี่ยของตารางไม่ตรงกับค่าเฉลี่ยของแถวข้างบน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from dataset in plan.Datasets
        from cell in dataset.Observations
        where cell.Value is not null && cell.At.Count > 1 && IsAverage(cell.At[0]) && !IsDifference(cell)
        let parts = Above(dataset, cell)
        where parts.Count > 1
        let mean = parts.Average()
        where Math.Abs(mean - cell.Value!.Value) > Tolerance
        select FaultOf(plan, dataset, cell, parts.Count, Cells.Round(mean));

    private static bool IsAverage(string label) => label.TrimStart().StartsWith("เฉลี่ย", StringComparison.Ordinal);

    private static bool IsDifference(ObservationDocument cell) =>
        cell.At.Any(label => label.StartsWith("เปรียบเทียบ", StringComparison.Ordinal) || label.Trim() == "พัฒนาการ");

    /// <summary>
    /// The numbers in the same column between this row and the previous average; empty if one of the rows has no
    /// number.
    /// </summary>
    private static List<decimal> Above(DatasetDocument dataset, ObservationDocument cell)
    {
        var column = dataset
            .Observations.Where(other => other.At.Skip(1).SequenceEqual(cell.At.Skip(1)))
            .TakeWhile(other => other != cell)
            .Reverse()
            .TakeWhile(other => !IsAverage(other.At[0]) && !LabelAxis.IsTotal(other.At[0]))
            .ToList();
        return column.All(other => other.Value is not null) ? [.. column.Select(other => other.Value!.Value)] : [];
    }

    private static Fault FaultOf(
        PlanFile plan,
        DatasetDocument dataset,
        ObservationDocument cell,
        int rows,
        decimal mean
    ) =>
        new(
            DatasetTable.PlaceOf(dataset, cell.At),
            DatasetTable.LocationOf(dataset, cell.At),
            new LocalText(
                $"The average is printed as {Amounts.Text(cell.Value!.Value)}, but the mean of the {rows} rows above is {Amounts.Text(mean)}.",
                $"ค่าเฉลี่ยพิมพ์ไว้ {Amounts.Text(cell.Value!.Value)} แต่ค่าเฉลี่ยของ {rows} แถวข้างบนเท่ากับ {Amounts.Text(mean)}"
            )
        )
        {
            Subject = dataset,
            Stated = Amounts.Text(cell.Value!.Value),
            Computed = Amounts.Text(mean),
            Source = plan.Sources.Of(cell),
            TakeComputed = file => file.EditObservation(dataset.Code, cell.At, c => Cells.Set(c, mean, signed: false)),
        };
}
