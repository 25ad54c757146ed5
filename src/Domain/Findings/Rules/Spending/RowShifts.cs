using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// Finds rows of a spending table whose cells are shifted relative to the other rows, from the positions where their
/// amounts are printed. The correct columns are those of most rows or, if no majority agrees, those of the total row.
/// </summary>
internal static class RowShifts
{
    public static List<SpendingRow> Marked(SourceMap sources, ProjectDocument project, List<SpendingRow> rows)
    {
        var printed = rows.ConvertAll(row => ColumnsOf(sources, row.Activity));
        var totals = ColumnsOf(sources, project);
        var usual = SpendingColumns.All.ToDictionary(column => column, column => Usual(column, printed, totals));
        return [.. rows.Select((row, i) => row with { Shifted = IsShifted(printed[i], usual) })];
    }

    /// <summary>
    /// The column in which most rows print an amount of a kind or, if no majority agrees, the total row; null if fewer
    /// than two do.
    /// </summary>
    private static int? Usual(
        SpendingColumn column,
        List<Dictionary<SpendingColumn, int>> rows,
        Dictionary<SpendingColumn, int> totals
    )
    {
        var votes = rows.Append(totals).Where(row => row.ContainsKey(column)).Select(row => row[column]).ToList();
        return votes.Count < 2
            ? null
            : votes
                .GroupBy(vote => vote)
                .OrderByDescending(group => group.Count())
                .ThenByDescending(group => totals.TryGetValue(column, out var total) && group.Key == total)
                .First()
                .Key;
    }

    /// <summary>Whether all amounts of a row are printed beside the usual columns by the same distance.</summary>
    private static bool IsShifted(Dictionary<SpendingColumn, int> row, Dictionary<SpendingColumn, int?> usual)
    {
        var distances = row.Where(one => usual[one.Key] is not null)
            .Select(one => one.Value - usual[one.Key]!.Value)
            .Distinct()
            .ToList();
        return distances is [not 0];
    }

    /// <summary>
    /// The row whose amounts were read one column off: moved back, all quarters agree with the total row, which they do
    /// not otherwise. Null if there is none.
    /// </summary>
    public static SpendingRow? MovedBack(SpendingTable table)
    {
        if (
            table.Project.PrintedTotals is null
            || SpendingColumns.Quarters.All(quarter => table.ColumnDelta(quarter) is null or 0)
        )
            return null;
        return table
            .Summed.Where(row => !row.Shifted && row.PrintsAmounts)
            .SelectMany(row => Moves(row.Amounts).Select(moved => row with { Amounts = moved, Shifted = true }))
            .FirstOrDefault(moved => Fits(table, moved));
    }

    private static IEnumerable<PrintedAmounts> Moves(PrintedAmounts read)
    {
        if (read.Q1 is null or 0)
            yield return new PrintedAmounts(read.Q2, read.Q3, read.Q4, read.Total, null);
        if (read.Total is null)
            yield return new PrintedAmounts(null, read.Q1, read.Q2, read.Q3, read.Q4);
    }

    private static bool Fits(SpendingTable table, SpendingRow moved)
    {
        var row = table.Summed.First(one => ReferenceEquals(one.Activity, moved.Activity));
        return SpendingColumns.Quarters.All(quarter =>
            (table.Stated(quarter) ?? 0) - (table.Computed(quarter) ?? 0)
            == (quarter.Of(moved.Amounts) ?? 0) - (quarter.Of(row.Amounts) ?? 0)
        );
    }

    private static Dictionary<SpendingColumn, int> ColumnsOf(SourceMap sources, object part) =>
        SpendingColumns
            .All.Select(column => (Column: column, Printed: sources.Of(part, column.Key())?.Column))
            .Where(one => one.Printed is not null)
            .ToDictionary(one => one.Column, one => one.Printed!.Value);
}
