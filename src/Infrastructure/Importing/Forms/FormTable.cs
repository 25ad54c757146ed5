using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>
/// Lays the cells of a table out in columns. The text of merged cells is in the first of them. A column in which no
/// cell of any row begins only serves to draw the table, and is left out.
/// </summary>
internal sealed class FormTable
{
    /// <summary>The most columns that cells can span; more is an error of the file.</summary>
    private const int MaxSpan = 10_000;

    private readonly List<SortedDictionary<int, (string Text, FormPlace Place)>> rows = [];
    private readonly SortedSet<int> starts = [];

    /// <summary>For each row, the first columns of the merged cells that cover it from above.</summary>
    private readonly List<HashSet<int>> coveredIn = [];

    /// <summary>For each column, the number of further rows that a merged cell covers.</summary>
    private readonly SortedDictionary<int, (int Columns, int Rows)> covered = [];
    private int column;
    private int cells;
    private int letters;

    public bool HasRows => rows.Count > 0;

    public void NextRow()
    {
        foreach (var (at, (columns, left)) in covered.ToList())
        {
            if (left <= 1)
                covered.Remove(at);
            else
                covered[at] = (columns, left - 1);
        }

        if (next is not null)
        {
            foreach (var (at, cell) in next)
                covered[at] = cell;
        }

        next = null;
        coveredIn.Add([.. covered.Keys]);
        rows.Add([]);
        column = 0;
    }

    /// <summary>Merged cells of the current row that cover the next ones.</summary>
    private Dictionary<int, (int Columns, int Rows)>? next;

    public void Add(string text, FormPlace place, int columns = 1, int height = 1)
    {
        while (covered.TryGetValue(column, out var above))
            column += above.Columns;
        columns = Math.Clamp(columns, 1, MaxSpan);
        if (column >= MaxSpan || starts.Count > DocumentText.MaxCells)
            return;
        if (++cells > FormRows.MaxCells || (letters += text.Length) > FormRows.MaxText)
            throw new RefusedFormException("has a table that is too large.", "มีตารางที่ใหญ่เกินไป");
        rows[^1][column] = (text, place);
        starts.Add(column);
        if (height > 1)
            (next ??= [])[column] = (columns, height - 1);
        column += columns;
    }

    /// <summary>Columns without a cell: the row begins further to the right than others.</summary>
    public void Skip(int columns) => column += Math.Clamp(columns, 0, MaxSpan);

    public void WriteTo(FormRows target)
    {
        target.Gap();
        int[] columns = [.. starts];
        foreach (var (row, above) in rows.Zip(coveredIn))
        {
            var last = default(FormPlace);
            var cells = new List<(string Text, FormPlace Place)>(columns.Length);
            foreach (var start in columns)
            {
                if (row.TryGetValue(start, out var cell))
                    last = cell.Place;
                cells.Add(row.ContainsKey(start) ? cell : ("", last with { IsCovered = above.Contains(start) }));
            }

            target.TableRow(cells);
            if (target.IsRefused)
                return;
        }

        target.Gap();
    }
}
