using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>
/// Finds tables without drawn lines: consecutive lines whose parts stand below each other. The lines with the most parts
/// say where the columns are.
/// </summary>
internal sealed class ColumnTable
{
    /// <summary>In sizes of the font: a wider distance separates two cells.</summary>
    public const double CellGap = 1.2;

    private const int MostLines = 200;

    private readonly List<(double Left, double Right)> columns;
    private readonly Wrapping wrapping;
    private readonly List<List<List<TextLine>>> rows = [];

    private ColumnTable(List<(double, double)> columns, Wrapping wrapping) =>
        (this.columns, this.wrapping) = (columns, wrapping);

    /// <summary>The cells of each row, with the lines of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<List<TextLine>>> Rows => rows;

    public double WidthOf(int column) =>
        column + 1 < columns.Count
            ? columns[column + 1].Left - columns[column].Left
            : columns[column].Right - columns[column].Left;

    /// <summary>The table that begins with a line, and how many lines it has; null if none begins there.</summary>
    public static (ColumnTable Table, int Lines)? At(IReadOnlyList<TextLine> lines, int start, Wrapping wrapping)
    {
        var parts = new List<List<TextLine>> { lines[start].Parts(CellGap) };
        if (parts[0].Count < 2)
            return null;
        for (
            var i = start + 1;
            i < Math.Min(lines.Count, start + MostLines) && wrapping.IsNext(lines[i - 1], lines[i]);
            i++
        )
            parts.Add(lines[i].Parts(CellGap));
        var end = parts.FindLastIndex(one => one.Count > 1) + 1;
        if (parts.Count(one => one.Count > 1) < 2)
            return null;
        var most = parts.Max(one => one.Count);
        var columns = ColumnsOf(parts.FindAll(one => one.Count == most), most);
        if (columns is null)
            return null;
        while (end < parts.Count && columns.FindIndex(column => column.Left <= parts[end][0].Left + Ruling.Near) > 0)
            end++;
        var table = new ColumnTable(columns, wrapping);
        foreach (var line in parts.Take(end))
            table.Add(line);
        return (table, end);
    }

    private static List<(double Left, double Right)>? ColumnsOf(List<List<TextLine>> lines, int count)
    {
        var columns = Enumerable
            .Range(0, count)
            .Select(column => (lines.Min(line => line[column].Left), lines.Max(line => line[column].Right)))
            .ToList();
        for (var i = 1; i < columns.Count; i++)
        {
            if (columns[i].Item1 <= columns[i - 1].Item2)
                return null;
        }

        return columns;
    }

    private void Add(List<TextLine> parts)
    {
        var places = parts.ConvertAll(ColumnOf);
        if (!GoesOn(parts, places))
            rows.Add([.. columns.Select(_ => new List<TextLine>())]);
        foreach (var (part, place) in parts.Zip(places))
            rows[^1][place].Add(part);
    }

    /// <summary>Whether a line continues the cells of the row above, which is not said by any drawn line.</summary>
    private bool GoesOn(List<TextLine> parts, List<int> places)
    {
        if (rows.Count == 0 || parts.Exists(part => part.Text.Any(char.IsDigit)))
            return false;
        if (places[0] == 0)
            return parts.Count == 1
                && rows[^1][0].Count > 0
                && wrapping.GoesOn(rows[^1][0][^1], parts[0], WidthOf(0) - rows[^1][0][^1].Width)
                && !Terms.Are(Concept.TotalRow, parts[0].Text);
        return (parts.Count == 1 || rows.Count > 2) && places.TrueForAll(place => rows[^1][place].Count > 0);
    }

    private int ColumnOf(TextLine part)
    {
        var best = 0;
        for (var i = 1; i < columns.Count; i++)
        {
            if (Distance(i, part) < Distance(best, part))
                best = i;
        }

        return best;
    }

    /// <summary>How far a part is from a column; negative if they overlap.</summary>
    private double Distance(int column, TextLine part) =>
        Math.Max(columns[column].Left, part.Left) - Math.Min(columns[column].Right, part.Right);
}
