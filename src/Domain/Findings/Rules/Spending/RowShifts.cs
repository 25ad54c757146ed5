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
        var firsts = rows.Select(row => FirstColumn(sources, row.Activity)).ToList();
        var total = FirstColumn(sources, project);
        var votes = firsts
            .Append(total)
            .OfType<int>()
            .GroupBy(first => first)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key == total)
            .ToList();
        if (votes.Count < 2)
            return rows;
        var usual = votes[0].Key;
        return [.. rows.Select((row, i) => row with { Shifted = firsts[i] is { } first && first != usual })];
    }

    /// <summary>
    /// The row whose amounts were read one column off: moved back, all quarters agree with the total row, which they do
    /// not otherwise. Null if there is none.
    /// </summary>
    public static SpendingRow? MovedBack(SpendingTable table)
    {
        if (SpendingColumns.Quarters.All(quarter => table.ColumnDelta(quarter) is null or 0))
            return null;
        return table
            .Summed.Where(row => !row.Shifted && row.PrintsAmounts)
            .SelectMany(row => Moves(row.Amounts).Select(moved => row with { Amounts = moved, Shifted = true }))
            .FirstOrDefault(moved => Fits(table, moved));
    }

    private static IEnumerable<PrintedAmounts> Moves(PrintedAmounts read)
    {
        if (read.Q1 is null)
            yield return new PrintedAmounts(read.Q2, read.Q3, read.Q4, read.Total, null);
        if (read.Total is null)
            yield return new PrintedAmounts(null, read.Q1, read.Q2, read.Q3, read.Q4);
    }

    private static bool Fits(SpendingTable table, SpendingRow moved)
    {
        var row = table.Summed.First(one => ReferenceEquals(one.Activity, moved.Activity));
        return SpendingColumns.Quarters.All(quarter =>
            table.Stated(quarter) - table.Computed(quarter)
            == (quarter.Of(moved.Amounts) ?? 0) - (quarter.Of(row.Amounts) ?? 0)
        );
    }

    /// <summary>The column of the first quarter, derived from all amounts; null if they do not determine it.</summary>
    private static int? FirstColumn(SourceMap sources, object part)
    {
        var firsts = SpendingColumns
            .All.Select(column => sources.Of(part, column.Key())?.Column - (int)column)
            .OfType<int>()
            .Distinct()
            .ToList();
        return firsts.Count == 1 ? firsts[0] : null;
    }
}
