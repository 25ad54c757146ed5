namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>The cells of a ruled table; the first box of merged ones stands for all of them.</summary>
internal sealed class Grid
{
    private readonly double[] columns;
    private readonly double[] rows;
    private readonly List<Rule> rules;
    private readonly (int Row, int Column)[,] owners;

    private Grid(List<Rule> rules)
    {
        this.rules = rules;
        columns = Places(rules.Where(rule => !rule.Horizontal));
        rows = Places(rules.Where(rule => rule.Horizontal));
        Array.Reverse(rows);
        owners = new (int, int)[Math.Max(0, rows.Length - 1), Math.Max(0, columns.Length - 1)];
        Merge();
    }

    public Box Box => new(columns[0], rows[^1], columns[^1], rows[0]);

    public int Rows => owners.GetLength(0);

    public int Columns => owners.GetLength(1);

    /// <summary>Where the columns are divided, from the left.</summary>
    public IReadOnlyList<double> Edges => columns;

    /// <summary>The tables of a page; a frame around a text is none.</summary>
    public static List<Grid> Of(IReadOnlyList<Rule> rules) =>
        [
            .. Ruling
                .Tables(rules)
                .Where(group =>
                    (long)group.Count(rule => rule.Horizontal) * group.Count(rule => !rule.Horizontal) <= MostBoxes
                )
                .Select(group => new Grid(group))
                .Where(grid => grid.Rows > 0 && grid.Columns > 0 && grid.Cells.Skip(1).Any())
                .OrderByDescending(grid => grid.Box.Top),
        ];

    private const int MostBoxes = 100_000;

    /// <summary>The first box of each cell.</summary>
    public IEnumerable<(int Row, int Column)> Cells =>
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        where owners[row, column] == (row, column)
        select (row, column);

    /// <summary>The cell at a place in the table.</summary>
    public (int Row, int Column) At(double x, double y)
    {
        var column = Math.Clamp(Array.FindLastIndex(columns, edge => edge <= x), 0, Columns - 1);
        var row = Math.Clamp(Array.FindLastIndex(rows, edge => edge >= y), 0, Rows - 1);
        return owners[row, column];
    }

    /// <summary>The place of a cell with all its boxes.</summary>
    public Box BoxOf((int Row, int Column) cell)
    {
        var (row, column) = cell;
        while (row + 1 < Rows && owners[row + 1, cell.Column] == cell)
            row++;
        while (column + 1 < Columns && owners[cell.Row, column + 1] == cell)
            column++;
        return new Box(columns[cell.Column], rows[row + 1], columns[column + 1], rows[cell.Row]);
    }

    /// <summary>Boxes without a line between them are one cell.</summary>
    private void Merge()
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var (x, y) = ((columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2);
                owners[row, column] =
                    column > 0 && !Divided(false, columns[column], y) ? owners[row, column - 1]
                    : row > 0 && !Divided(true, rows[row], x) ? owners[row - 1, column]
                    : (row, column);
            }
        }
    }

    private bool Divided(bool horizontal, double at, double across) =>
        rules.Exists(rule =>
            rule.Horizontal == horizontal
            && Math.Abs(rule.At - at) < Ruling.Near
            && rule.From <= across
            && rule.To >= across
        );

    private static double[] Places(IEnumerable<Rule> rules)
    {
        var places = new List<double>();
        foreach (var rule in rules.OrderBy(one => one.At))
        {
            if (places.Count == 0 || rule.At - places[^1] >= Ruling.Near)
                places.Add(rule.At);
        }

        return [.. places];
    }
}
