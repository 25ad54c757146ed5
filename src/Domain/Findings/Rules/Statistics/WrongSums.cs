using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>Converts the wrong sums of a plan's datasets to faults.</summary>
internal static class WrongSums
{
    public static IEnumerable<Fault> Of(PlanFile plan, Func<WrongSum, bool> meant) =>
        from table in DatasetTable.OfCounts(plan)
        let wrong = new DatasetSums(table).Wrong().ToList()
        from sum in wrong
        where meant(sum)
        select FaultOf(plan, sum, wrong);

    private static Fault FaultOf(PlanFile plan, WrongSum sum, List<WrongSum> all)
    {
        var table = sum.Table;
        var cell = table.Cell(sum.At)!;
        var (code, at) = (table.Dataset.Code, cell.At);
        var computed = sum.Broken.Select(broken => broken.Computed).Distinct().ToList();
        var text = string.Join(" / ", computed.Select(Amounts.Text));
        return new Fault(
            table.Place(sum.At),
            table.Location(sum.At),
            new LocalText(
                $"The total is printed as {Amounts.Text(sum.Stated)}, but its parts add up to {text}.",
                $"ยอดรวมพิมพ์ไว้ {Amounts.Text(sum.Stated)} แต่ผลรวมของรายการเท่ากับ {text}"
            )
        )
        {
            Subject = table.Dataset,
            Stated = Amounts.Text(sum.Stated),
            Computed = text,
            Source = plan.Sources.Of(cell),
            TakeStated = CulpritOf(sum, all) is { } culprit
                ? file => Set(file, code, table.Cell(culprit)!.At, table.Value(culprit)!.Value + sum.Delta)
                : null,
            TakeComputed = sum.Computed is { } right ? file => Set(file, code, at, right) : null,
        };
    }

    private static PlanFile Set(PlanFile plan, string code, IReadOnlyList<string> at, decimal value) =>
        plan.EditObservation(code, at, cell => cell with { Value = value, Text = Amounts.Like(cell.Text, value) });

    /// <summary>The one cell that explains the same difference in both its row and its column.</summary>
    private static IReadOnlyList<int>? CulpritOf(WrongSum sum, List<WrongSum> all)
    {
        if (sum.Table.Axes.Count != 2 || sum.Broken.Count != 1)
            return null;
        var (axis, other) = (sum.Broken[0].Axis, 1 - sum.Broken[0].Axis);
        var cells = all.Where(crossing =>
                crossing.Broken.Count == 1
                && crossing.Broken[0].Axis == other
                && crossing.Delta == sum.Delta
                && sum.Table.Axes[axis].SumAt(sum.At[axis])!.Parts.Contains(crossing.At[axis])
                && sum.Table.Axes[other].SumAt(crossing.At[other])!.Parts.Contains(sum.At[other])
            )
            .Select(crossing => DatasetTable.Moved(sum.At, axis, crossing.At[axis]))
            .Where(at => sum.Table.Value(at) is not null)
            .ToList();
        return cells.Count == 1 ? cells[0] : null;
    }
}
