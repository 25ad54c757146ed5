namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>The header cells above each column, from the top, with those of merged cells.</summary>
internal static class ColumnHeads
{
    public static IReadOnlyList<IReadOnlyList<Cell>> Of(IReadOnlyList<Row> header)
    {
        var width = header.Count == 0 ? 0 : header.Max(row => row.Cells.Count);
        return [.. Enumerable.Range(0, width).Select(column => Above(header, column))];
    }

    /// <summary>
    /// An empty cell above a filled one is part of the merged cell to its left, because only the first cell of merged
    /// ones has their text.
    /// </summary>
    private static List<Cell> Above(IReadOnlyList<Row> header, int column)
    {
        var above = new List<Cell>();
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i][column] is { IsEmpty: false } own)
                above.Add(own);
            else if (
                header.Skip(i + 1).Any(row => row[column]?.IsEmpty == false)
                && header[i].Cells.Take(column).LastOrDefault(cell => !cell.IsEmpty) is { } merged
            )
                above.Add(merged);
        }

        return above;
    }
}
