using TeacherDevPlan.Infrastructure.Importing.Text.Words;

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
            result.AddRange(
                !hasCells ? Columns.Divided(block)
                : block.TrueForAll(IsNumbered) ? block.Select(Joined)
                : Trimmed(block, isFilledUp)
            );
            start = end;
        }

        return result;
    }

    /// <summary>Whether a row is a line of running text, with its number in a cell of its own: "1. | หลักการและเหตุผล".</summary>
    private static bool IsNumbered(Row row) =>
        row.Filled.ToList() is [var number, { HasLetters: true } text]
        && text.Index == number.Index + 1
        && Marker.IsNumber(number.Flat)
        && Marker.At($"{number.Flat} {text.Flat}") is { Number: not null }
        && text.Marker is null;

    private static Row Joined(Row row)
    {
        var cells = row.Filled.ToList();
        return new Row(
            row.Line,
            [new Cell(row.Line, $"{cells[0].Raw.Trim()} {cells[1].Raw}") { Place = cells[0].Place }],
            row.AfterBlank
        )
        {
            IsHidden = row.IsHidden,
        };
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
