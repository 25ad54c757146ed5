using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>
/// Columns such as "รวมความสามารถ ๒ ด้าน": a combined score of several subjects, as printed by the authors of the test.
/// </summary>
public sealed partial class CombinedScoreMean : FindingRule
{
    private const decimal Tolerance = 0.01m;

    public override FindingSeverity Severity => FindingSeverity.Info;

    public override LocalText Name { get; } = new("combined score", "คะแนนรวม");

    public override LocalText Meaning { get; } =
        new(
            "A combined score is not the mean of the scores it combines; they may have been weighted, or rounded before.",
            "คะแนนรวมไม่เท่ากับค่าเฉลี่ยของคะแนนแต่ละด้าน ซึ่งอาจเกิดจากการถ่วงน้ำหนักหรือการปัดเศษก่อนหน้า"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from dataset in plan.Datasets
        where DatasetTable.IsOfScores(dataset.Title) || dataset.Observations.Any(DatasetTable.HasDecimals)
        from cell in dataset.Observations
        where cell.Value is not null
        from dimension in Enumerable.Range(0, cell.At.Count)
        let parts = Combined(dataset, cell, dimension)
        where parts.Count > 1
        let mean = parts.Average()
        where Math.Abs(mean - cell.Value!.Value) > Tolerance
        select FaultOf(plan, dataset, cell, parts, mean);

    /// <summary>The scores before a label that says how many scores it combines; empty for any other label.</summary>
    private static List<decimal> Combined(DatasetDocument dataset, ObservationDocument cell, int dimension)
    {
        var match = CombinedLabel().Match(ThaiNumber.ToArabicDigits(cell.At[dimension]));
        if (!match.Success)
            return [];
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        var parts = dataset
            .Observations.Where(other =>
                other.At.Where((label, d) => d != dimension && label != cell.At[d]).Any() == false
            )
            .TakeWhile(other => other != cell)
            .TakeLast(count)
            .ToList();
        return parts.Count == count && parts.All(part => part.Value is not null)
            ? [.. parts.Select(part => part.Value!.Value)]
            : [];
    }

    private static Fault FaultOf(
        PlanFile plan,
        DatasetDocument dataset,
        ObservationDocument cell,
        List<decimal> parts,
        decimal mean
    )
    {
        var list = string.Join(", ", parts.Select(Amounts.Text));
        return new Fault(
            DatasetTable.PlaceOf(dataset, cell.At),
            DatasetTable.LocationOf(dataset, cell.At),
            new LocalText(
                $"The combined score is printed as {Amounts.Text(cell.Value!.Value)}, but the mean of {list} is {Amounts.Text(mean)}.",
                $"คะแนนรวมพิมพ์ไว้ {Amounts.Text(cell.Value!.Value)} แต่ค่าเฉลี่ยของ {list} เท่ากับ {Amounts.Text(mean)}"
            )
        )
        {
            Subject = dataset,
            Stated = Amounts.Text(cell.Value!.Value),
            Computed = Amounts.Text(mean),
            Source = plan.Sources.Of(cell),
            TakeComputed = file =>
                file.EditObservation(dataset.Code, cell.At, c => Cells.Set(c, Cells.Round(mean), signed: false)),
        };
    }

    [GeneratedRegex(@"^\s*รวม.*?(?<count>[2-9])\s*(ด้าน|สมรรถนะ|วิชา|กลุ่มสาระ)", RegexOptions.ExplicitCapture)]
    private static partial Regex CombinedLabel();
}
