namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>A printed total of a table that is not the sum of its parts.</summary>
/// <param name="Broken">The axes along which the sum is wrong, each with the sum of the parts.</param>
/// <param name="Computed">The value that would satisfy all axes; null if there is no such value.</param>
internal sealed record WrongSum(
    DatasetTable Table,
    IReadOnlyList<int> At,
    decimal Stated,
    IReadOnlyList<(int Axis, decimal Computed)> Broken,
    decimal? Computed
)
{
    /// <summary>
    /// Whether the cell is a grand total: by its label, or because it is a total of both its row and its column.
    /// </summary>
    public bool IsGrand =>
        At.Where((label, axis) => Table.Axes[axis].SumAt(label) is not null).Count() > 1
        || Broken.Any(broken => Table.Axes[broken.Axis].SumAt(At[broken.Axis])!.Grand);

    /// <summary>Whether the cell is in the table's total column.</summary>
    public bool IsOfRow => Table.Axes.Count > 1 && Broken[0].Axis == Table.Axes.Count - 1;

    public decimal Delta => Stated - Broken[0].Computed;
}

/// <summary>
/// The sums of a table of counts. A total is wrong if it is neither the sum of its parts as printed nor the sum of
/// everything below them. A wrong sub-total is therefore reported once, and not again for the total above it.
/// </summary>
internal sealed class DatasetSums
{
    private readonly DatasetTable table;
    private readonly HashSet<int> shiftedRows;

    public DatasetSums(DatasetTable table)
    {
        this.table = table;
        shiftedRows = table.Axes.Count == 2 ? [.. table.Axes[0].Sums.Select(sum => sum.Total).Where(IsShifted)] : [];
    }

    /// <summary>The total rows whose numbers are one column to the right of where they would be correct.</summary>
    public IEnumerable<int> ShiftedRows => shiftedRows.Order();

    public IEnumerable<WrongSum> Wrong()
    {
        foreach (var at in table.Places().Where(at => !IsShiftedAt(at)))
        {
            if (table.Value(at) is not { } stated)
                continue;
            var sums = Enumerable
                .Range(0, table.Axes.Count)
                .Where(axis => table.Axes[axis].SumAt(at[axis]) is not null)
                .Select(axis => (Axis: axis, Sum: table.Sum(at, axis, ValueOf)))
                .Where(sum => sum.Sum is not null)
                .Select(sum => (sum.Axis, Computed: sum.Sum!.Value))
                .ToList();
            var broken = sums.Where(sum => sum.Computed != stated).ToList();
            if (broken.Count == 0 || table.InnerSum(at) == stated)
                continue;
            var agree = sums.Select(sum => sum.Computed).Distinct().Count() == 1;
            yield return new WrongSum(table, at, stated, broken, agree ? sums[0].Computed : null);
        }
    }

    private decimal? ValueOf(IReadOnlyList<int> at) => IsShiftedAt(at) ? table.InnerSum(at) : table.Value(at);

    private bool IsShiftedAt(IReadOnlyList<int> at) => shiftedRows.Contains(at[0]);

    private bool IsShifted(int row)
    {
        var columns = table.Axes[1].Labels.Count;
        var printed = Enumerable.Range(0, columns).Select(column => table.Value([row, column])).ToList();
        var computed = Enumerable.Range(0, columns).Select(column => table.Sum([row, column], 0, table.Value)).ToList();
        return columns > 2
            && (printed[0] ?? 0) == 0
            && computed[..^1].Count(value => value is > 0) > 1
            && printed.Skip(1).SequenceEqual(computed[..^1]);
    }
}
