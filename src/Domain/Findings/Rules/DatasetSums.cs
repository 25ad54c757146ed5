namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>A printed total of a table that is not the sum of its parts.</summary>
/// <param name="Broken">The axes along which it is not, each with what the parts add up to.</param>
/// <param name="Computed">What it would have to be so that all its axes agree; null where they do not.</param>
internal sealed record WrongSum(
    DatasetTable Table,
    IReadOnlyList<int> At,
    decimal Stated,
    IReadOnlyList<(int Axis, decimal Computed)> Broken,
    decimal? Computed
)
{
    /// <summary>It says so, or it is a total both of its row and of its column.</summary>
    public bool IsGrand =>
        At.Where((label, axis) => Table.Axes[axis].SumAt(label) is not null).Count() > 1
        || Broken.Any(broken => Table.Axes[broken.Axis].SumAt(At[broken.Axis])!.Grand);

    /// <summary>It stands in the table's total column.</summary>
    public bool IsOfRow => Table.Axes.Count > 1 && Broken[0].Axis == Table.Axes.Count - 1;

    public decimal Delta => Stated - Broken[0].Computed;
}

/// <summary>
/// The sums of a table of counts. A total is wrong where it is neither the sum of the parts as printed nor the sum of all that
/// is below them: so a wrong sub-total is told once, not again by what sums it up.
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

    /// <summary>The rows of totals whose numbers stand one column to the right of where they are right.</summary>
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
