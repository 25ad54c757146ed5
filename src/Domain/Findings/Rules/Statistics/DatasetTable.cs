using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>
/// A dataset of counts as a table: axes whose labels cross in every cell. Nested dimensions (a position and its
/// academic standings) form one axis.
/// </summary>
internal sealed class DatasetTable
{
    /// <summary>A table of counts has at least so many cells for each one with decimals.</summary>
    private const int WholeForOneDecimal = 5;

    private readonly Dictionary<string, ObservationDocument> cells = [];

    private DatasetTable(
        DatasetDocument dataset,
        IReadOnlyList<ObservationDocument> counts,
        IReadOnlyList<LabelAxis> axes
    )
    {
        (Dataset, Axes) = (dataset, axes);
        foreach (var observation in counts)
            cells.TryAdd(string.Join('\n', observation.At), observation);
        foreach (var (index, axis) in axes.Index())
        {
            if (axis.First is { } first && IsSumOf(first, index))
                axis.SumFirst();
        }
    }

    /// <summary>Whether most numbers of a total are the sums of its parts.</summary>
    private bool IsSumOf(LabelSum total, int axis)
    {
        var agree = Places()
            .Where(at => at[axis] == total.Total && Value(at) is not null)
            .Select(at =>
                total.Parts.Aggregate((decimal?)0, (sum, part) => sum + Value(Moved(at, axis, part))) == Value(at)
            )
            .ToList();
        return agree.Count > 1 && agree.Count(isSum => isSum) * 2 > agree.Count;
    }

    public DatasetDocument Dataset { get; }

    /// <summary>The axes, from rows to columns.</summary>
    public IReadOnlyList<LabelAxis> Axes { get; }

    /// <summary>
    /// The counts in the tables of a plan. Averages, scores and percentages are not summed; the counts beside them are.
    /// </summary>
    public static IEnumerable<DatasetTable> OfCounts(PlanFile plan) =>
        from dataset in plan.Datasets
        where dataset.Code != Surveys.Topics
        let counts = CountsOf(dataset)
        where counts.Count > 0
        let table = Of(dataset, counts)
        where table.Axes.All(axis => axis.IsNested) && !table.IsSparse
        select table;

    /// <summary>
    /// The cells with counts; empty if the table has none. Few decimals among many whole numbers are misprints, which
    /// break the sums that they are in.
    /// </summary>
    private static List<ObservationDocument> CountsOf(DatasetDocument dataset)
    {
        if (IsOfScores(dataset.Title) && !dataset.Title.Contains("จำนวน", StringComparison.Ordinal))
            return [];
        var counts = dataset.Observations.Where(cell => !cell.At.Any(IsNoCount)).ToList();
        return counts.Count(HasDecimals) * WholeForOneDecimal <= counts.Count ? counts : [];
    }

    private static bool IsNoCount(string label) =>
        IsOfScores(label) || label.StartsWith("เปรียบเทียบ", StringComparison.Ordinal);

    public static bool HasDecimals(ObservationDocument cell) => cell.Value is { } value && !decimal.IsInteger(value);

    public static bool IsOfScores(string text) =>
        text.Contains("คะแนน", StringComparison.Ordinal)
        || text.Contains("เฉลี่ย", StringComparison.Ordinal)
        || text.Contains("ร้อยละ", StringComparison.Ordinal);

    private static DatasetTable Of(DatasetDocument dataset, List<ObservationDocument> counts)
    {
        var dimensions = dataset.Dimensions.Count;
        var placed = counts.Where(cell => cell.At.Count == dimensions).ToList();
        var rows = 1;
        while (rows < dimensions - 1 && !IsGrid(placed, rows, dimensions))
            rows++;
        return new DatasetTable(dataset, counts, [.. AxesOf(placed, 0, rows), .. AxesOf(placed, rows, dimensions)]);
    }

    /// <summary>Whether every label of the first dimensions occurs with every label of the others.</summary>
    private static bool IsGrid(List<ObservationDocument> cells, int rows, int dimensions) =>
        (long)Labels(cells, 0, rows).Count * Labels(cells, rows, dimensions).Count == cells.Count;

    private static List<LabelAxis> AxesOf(List<ObservationDocument> cells, int from, int to)
    {
        if (from == to)
            return [];
        var nested = Labels(cells, from, to);
        var single = Enumerable.Range(from, to - from).Select(d => new LabelAxis(Labels(cells, d, d + 1))).ToList();
        return nested.Count == single.Aggregate(1L, (product, axis) => product * axis.Labels.Count)
            ? single
            : [new LabelAxis(nested)];
    }

    /// <summary>The labels of several dimensions in the order of the table.</summary>
    private static List<IReadOnlyList<string>> Labels(List<ObservationDocument> cells, int from, int to)
    {
        var lines =
            from == 0
                ? [cells]
                : cells
                    .GroupBy(o => string.Join('\n', o.At.Where((_, d) => d < from || d >= to)))
                    .Select(l => l.ToList());
        return LabelOrder.Of(
            lines.Select(line => line.Select(o => (IReadOnlyList<string>)[.. o.At.Skip(from).Take(to - from)]))
        );
    }

    /// <summary>Whether most cells of the axes are missing, so that they do not form a table.</summary>
    private bool IsSparse => Axes.Aggregate(1L, (product, axis) => product * axis.Labels.Count) > 4L * cells.Count;

    /// <summary>The cell at one label of every axis, or null.</summary>
    public ObservationDocument? Cell(IReadOnlyList<int> at) =>
        cells.GetValueOrDefault(string.Join('\n', Axes.SelectMany((axis, i) => axis.Labels[at[i]])));

    /// <summary>The count in a cell; null if there is no cell or no number in it.</summary>
    public decimal? Value(IReadOnlyList<int> at) =>
        Cell(at) is not { } cell ? null
        : cell.Value is { } value ? value
        : cell.Text.Trim().Length == 0 ? 0
        : null;

    /// <summary>The sum of all cells below a cell that are not totals.</summary>
    public decimal? InnerSum(IReadOnlyList<int> at)
    {
        for (var axis = 0; axis < Axes.Count; axis++)
        {
            if (Axes[axis].SumAt(at[axis]) is not null)
                return Sum(at, axis, InnerSum);
        }

        return Value(at);
    }

    /// <summary>The sum over the parts of a total along one axis; null if a part is unknown.</summary>
    public decimal? Sum(IReadOnlyList<int> at, int axis, Func<IReadOnlyList<int>, decimal?> valueOf)
    {
        decimal? sum = 0;
        foreach (var part in Axes[axis].SumAt(at[axis])!.Parts)
            sum += valueOf(Moved(at, axis, part));
        return sum;
    }

    public static IReadOnlyList<int> Moved(IReadOnlyList<int> at, int axis, int to) =>
        [.. at.Select((label, i) => i == axis ? to : label)];

    /// <summary>All combinations of labels, in the order of the table.</summary>
    public IEnumerable<IReadOnlyList<int>> Places()
    {
        IEnumerable<IReadOnlyList<int>> places =
        [
            [],
        ];
        foreach (var axis in Axes)
            places = places.SelectMany(
                _ => Enumerable.Range(0, axis.Labels.Count),
                (at, i) => (IReadOnlyList<int>)[.. at, i]
            );
        return places;
    }

    public LocalText Location(IReadOnlyList<int> at) =>
        LocationOf(Dataset, [.. Axes.SelectMany((a, i) => a.Labels[at[i]])]);

    public static LocalText LocationOf(DatasetDocument dataset, IReadOnlyList<string> at)
    {
        var labels = string.Join(" / ", at.Where(label => label.Trim() is not ("-" or "")).Distinct());
        return Common.Labels.Dataset(dataset).And(labels, labels);
    }

    public string Place(IReadOnlyList<int> at) => PlaceOf(Dataset, [.. Axes.SelectMany((a, i) => a.Labels[at[i]])]);

    public static string PlaceOf(DatasetDocument dataset, IReadOnlyList<string> at) =>
        $"dataset {dataset.Code}/{string.Join('/', at)}";
}
