namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>
/// Lines without a blank line between them: cells that only fill up a row are removed, and columns that are separated
/// by something else than tabs are divided.
/// </summary>
internal static class Blocks
{
    /// <summary>
    /// The part of the lines of running text that end with tabs in a document whose rows are all filled up.
    /// </summary>
    private const double MostlyFilledUp = 0.9;

    public static List<Row> Of(List<Row> rows) => Of(rows, IsFilledUp(rows));

    /// <param name="isFilledUp">Whether lines of running text have cells that only fill them up.</param>
    public static List<Row> Of(List<Row> rows, bool isFilledUp)
    {
        var result = new List<Row>(rows.Count);
        for (var start = 0; start < rows.Count; )
        {
            var end = start + 1;
            var hasCells = rows[start].Cells.Count > 1;
            while (end < rows.Count && !rows[end].AfterBlank && rows[end].Cells.Count > 1 == hasCells)
                end++;
            var block = rows.GetRange(start, end - start);
            result.AddRange(hasCells ? Trimmed(block, isFilledUp) : Columns.Divided(block));
            start = end;
        }

        return result;
    }

    private static bool IsFilledUp(List<Row> rows)
    {
        var alone = rows.Where(row => row.IsAlone).ToList();
        return alone.Count > 0 && alone.Count(row => row.Cells.Count > 1) >= alone.Count * MostlyFilledUp;
    }

    /// <summary>
    /// The rows up to the last column that has something in it; rows of a single column are running text.
    /// </summary>
    private static IEnumerable<Row> Trimmed(List<Row> block, bool isFilledUp)
    {
        var width = block.Max(row => row.Filled.Last().Index + 1);
        var inTable = !isFilledUp;
        foreach (var row in block)
        {
            inTable |= !row.IsAlone;
            var cells = inTable ? width : 1;
            yield return row.Cells.Count <= cells ? row : new Row(row.Line, [.. row.Cells.Take(cells)], row.AfterBlank);
        }
    }
}
