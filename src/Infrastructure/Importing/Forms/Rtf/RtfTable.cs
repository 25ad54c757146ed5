using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Rtf;

/// <summary>
/// The rows of a table with the right edges of their cells. A cell over several columns, which is only wider, stands in
/// the first of them. Rows of as many cells are not compared, because their edges may only be drawn differently.
/// </summary>
internal sealed class RtfTable
{
    /// <summary>Edges nearer than this are the same, in twentieths of a point.</summary>
    private const int Near = 40;

    private readonly List<(List<string> Cells, List<int> Starts)> rows = [];
    private List<int> edges = [];

    /// <summary>The left edge of the row that is being defined.</summary>
    public int Left { get; set; }

    /// <summary>Begins the definition of a row.</summary>
    public void Define() => (edges, Left) = ([], 0);

    public void Edge(int right)
    {
        if (edges.Count <= DocumentText.MaxCells)
            edges.Add(right);
    }

    public void Add(List<string> cells)
    {
        if (cells.Count > 0)
            rows.Add((cells, [Left, .. edges.Take(edges.Count - 1)]));
    }

    /// <summary>The rows with a cell for each column; as they are if their edges do not tell the columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Take()
    {
        var starts = new List<int>();
        foreach (var start in rows.SelectMany(row => row.Starts).Order())
        {
            if (starts.Count == 0 || start - starts[^1] > Near)
                starts.Add(start);
        }

        var isClear =
            starts.Count <= DocumentText.MaxCells
            && rows.Exists(row => row.Cells.Count != rows[0].Cells.Count)
            && rows.TrueForAll(row =>
                row.Starts.Count == row.Cells.Count
                && row.Starts.Zip(row.Starts.Skip(1)).All(two => two.First < two.Second)
            );
        List<IReadOnlyList<string>> taken = isClear
            ? rows.ConvertAll<IReadOnlyList<string>>(row => Placed(row.Cells, row.Starts, starts))
            : rows.ConvertAll<IReadOnlyList<string>>(row => row.Cells);
        rows.Clear();
        return taken;
    }

    private static string[] Placed(List<string> cells, List<int> own, List<int> starts)
    {
        var placed = new string[starts.Count];
        Array.Fill(placed, "");
        foreach (var (cell, start) in cells.Zip(own))
        {
            var column = starts.FindLastIndex(one => one <= start);
            placed[column] = placed[column].Length == 0 ? cell : $"{placed[column]}\n{cell}";
        }

        return placed;
    }
}
