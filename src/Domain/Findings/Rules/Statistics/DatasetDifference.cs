using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>Columns that compare two years ("เปรียบเทียบ ๒๕๖๓ - ๒๕๖๒") and columns of progress from year to year (พัฒนาการ).</summary>
public sealed partial class DatasetDifference : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("difference", "ผลต่าง");

    public override LocalText Meaning { get; } =
        new(
            "A printed difference is not the difference of the two numbers that it compares.",
            "ผลต่างที่พิมพ์ไว้ในตารางไม่ตรงกับผลต่างของตัวเลขในตารางเดียวกัน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from dataset in plan.Datasets
        from cell in dataset.Observations
        where cell.Value is not null
        let operands = Compared(dataset, cell) ?? Progress(dataset, cell)
        where operands is not null && operands.Value.Later - operands.Value.Earlier != cell.Value
        select FaultOf(plan, dataset, cell, operands.Value.Later, operands.Value.Earlier);

    private static (decimal Later, decimal Earlier)? Compared(DatasetDocument dataset, ObservationDocument cell)
    {
        for (var d = 0; d < cell.At.Count; d++)
        {
            var match = Comparison().Match(ThaiNumber.ToArabicDigits(cell.At[d]));
            if (
                match.Success
                && ValueAt(dataset, cell, d, match.Groups["later"].Value) is { } later
                && ValueAt(dataset, cell, d, match.Groups["earlier"].Value) is { } earlier
            )
                return (later, earlier);
        }

        return null;
    }

    /// <summary>The numbers of this row's year and of the previous year, in the column before the progress.</summary>
    private static (decimal Later, decimal Earlier)? Progress(DatasetDocument dataset, ObservationDocument cell)
    {
        if (cell.At.Count != 2 || cell.At[1].Trim() != "พัฒนาการ" || YearOf(cell.At[0]) is not { } year)
            return null;
        var column = dataset
            .Observations.Where(other => other.At[0] == cell.At[0] && other.Value is not null && other != cell)
            .Select(other => other.At[1])
            .ToList();
        if (column.Count != 1)
            return null;
        var earlier = dataset.Observations.FirstOrDefault(other =>
            YearOf(other.At[0]) == year - 1 && other.At[1] == column[0]
        );
        var later = dataset.Observations.First(other => other.At[0] == cell.At[0] && other.At[1] == column[0]);
        return earlier?.Value is { } before && later.Value is { } now ? (now, before) : null;
    }

    private static decimal? ValueAt(DatasetDocument dataset, ObservationDocument cell, int dimension, string label) =>
        dataset
            .Observations.FirstOrDefault(other =>
                other
                    .At.Select(
                        (at, d) => d == dimension ? ThaiNumber.ToArabicDigits(at).Trim() == label : at == cell.At[d]
                    )
                    .All(same => same)
            )
            ?.Value;

    private static int? YearOf(string label)
    {
        var match = Year().Match(ThaiNumber.ToArabicDigits(label));
        return match.Success ? (int?)ThaiNumber.Parse(match.Value) : null;
    }

    private static Fault FaultOf(
        PlanFile plan,
        DatasetDocument dataset,
        ObservationDocument cell,
        decimal later,
        decimal earlier
    )
    {
        var (stated, computed) = (cell.Value!.Value, later - earlier);
        return new Fault(
            DatasetTable.PlaceOf(dataset, cell.At),
            DatasetTable.LocationOf(dataset, cell.At),
            new LocalText(
                $"The difference is printed as {Amounts.Delta(stated)}, but {Amounts.Text(later)} - {Amounts.Text(earlier)} = {Amounts.Delta(computed)}.",
                $"ผลต่างพิมพ์ไว้ {Amounts.Delta(stated)} แต่ {Amounts.Text(later)} - {Amounts.Text(earlier)} = {Amounts.Delta(computed)}"
            )
        )
        {
            Subject = dataset,
            Stated = Amounts.Delta(stated),
            Computed = Amounts.Delta(computed),
            Source = plan.Sources.Of(cell),
            TakeComputed = file =>
                file.EditObservation(dataset.Code, cell.At, c => Cells.Set(c, computed, signed: true)),
        };
    }

    [GeneratedRegex(@"เปรียบเทียบ\s*(?<later>[0-9]{4})\s*[-–]\s*(?<earlier>[0-9]{4})", RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();

    [GeneratedRegex("[0-9]{4}")]
    private static partial Regex Year();
}
