namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>A page divided into its ruled tables and the lines outside of them.</summary>
internal sealed class PageLayout
{
    public PageLayout(PdfPage page)
    {
        Page = page;
        var grids = Grid.Of(page.Rules);
        var letters = grids.ConvertAll(_ => new List<Glyph>());
        var outside = new List<Glyph>();
        Glyph? before = null;
        var at = -1;
        foreach (var glyph in page.Glyphs)
        {
            if (before is null || !GridText.IsHanging(before, glyph))
                at = grids.FindIndex(grid => grid.Box.Has(glyph.Place.X, glyph.Place.Y));
            (at < 0 ? outside : letters[at]).Add(glyph);
            before = glyph;
        }

        Lines =
        [
            .. TextLine.Of(outside.Where(glyph => !glyph.IsTurned)),
            .. TextLine.Of(outside.Where(glyph => glyph.IsTurned)),
        ];
        Grids = [.. grids.Zip(letters, (grid, inside) => new GridText(grid, inside))];
    }

    public PdfPage Page { get; }

    public List<TextLine> Lines { get; }

    public List<GridText> Grids { get; }
}

/// <summary>A cell of a ruled table.</summary>
internal sealed record GridCell(Box Box, List<TextLine> Lines)
{
    /// <summary>The width that its lines can take.</summary>
    public double Width { get; init; }
}

/// <summary>A ruled table with its text.</summary>
internal sealed class GridText
{
    private const double WidestPadding = 8;

    private readonly Dictionary<(int Row, int Column), GridCell> cells = [];
    private readonly List<int> columns;

    public GridText(Grid grid, List<Glyph> letters)
    {
        Grid = grid;
        var inside = new Dictionary<(int, int), List<Glyph>>();
        Glyph? before = null;
        (int, int) place = default;
        foreach (var glyph in letters)
        {
            if (before is null || !IsSameNumber(before, glyph) && !IsHanging(before, glyph))
                place = grid.At(glyph.Place.X, glyph.Place.Y);
            if (!inside.TryGetValue(place, out var own))
                inside[place] = own = [];
            own.Add(glyph);
            before = glyph;
        }

        foreach (var cell in grid.Cells)
            cells[cell] = new GridCell(grid.BoxOf(cell), inside.TryGetValue(cell, out var own) ? TextLine.Of(own) : []);
        columns = [.. grid.Cells.Select(cell => cell.Column).Distinct().Order()];
        var starts = cells
            .Values.SelectMany(cell => cell.Lines.Select(line => line.Left - cell.Box.Left))
            .Order()
            .ToList();
        var padding = starts.Count == 0 ? 0 : starts[starts.Count / 4];
        foreach (var (place_, cell) in cells.ToList())
            cells[place_] = cell with { Width = cell.Box.Width - 2 * Math.Clamp(padding, 0, WidestPadding) };
    }

    public Grid Grid { get; }

    public IEnumerable<GridCell> Cells => cells.Values;

    /// <summary>The cells of a row; null where one of them goes on from the left or from above.</summary>
    public List<GridCell?> Row(int row) => columns.ConvertAll(column => cells.GetValueOrDefault((row, column)));

    public bool HasColumnsOf(GridText other) =>
        Grid.Edges.Count == other.Grid.Edges.Count
        && Grid.Edges.Zip(other.Grid.Edges).All(edge => Math.Abs(edge.First - edge.Second) < 2 * Ruling.Near)
        && columns.SequenceEqual(other.columns);

    /// <summary>Whether a space ends a line, which can be outside of the cell.</summary>
    public static bool IsHanging(Glyph before, Glyph glyph) =>
        glyph.IsSpace
        && Math.Abs(before.Baseline - glyph.Baseline) < 1
        && Math.Abs(glyph.Left - before.Right) < glyph.Size;

    /// <summary>Whether two glyphs are digits of one number, which can be wider than its cell.</summary>
    private static bool IsSameNumber(Glyph before, Glyph glyph) =>
        before.IsDigit
        && glyph.IsDigit
        && Math.Abs(before.Baseline - glyph.Baseline) < 1
        && Math.Abs(glyph.Left - before.Right) < glyph.Size * 0.1;
}

/// <summary>A row of a ruled table, which can go on at the top of the next page.</summary>
internal sealed class GridRow
{
    /// <summary>In sizes of the font: the room below which a cell of one line is full.</summary>
    private const double ShortRoom = 2;

    private readonly List<GridCell> cells;
    private readonly Wrapping wrapping;

    public GridRow(GridText grid, int row, int page, Wrapping wrapping)
    {
        (Grid, Page, this.wrapping) = (grid, page, wrapping);
        cells = grid.Row(row).ConvertAll(cell => cell ?? new GridCell(default, []));
    }

    public GridText Grid { get; private set; }

    public int Page { get; }

    public IReadOnlyList<GridCell> Cells => cells;

    /// <summary>
    /// Whether the first row of the next page is the rest of this one: its cells go on where the lines of this row's were
    /// full at the end of the page, and the cells that had ended are empty. Rows of one line are mostly whole, so those must
    /// be fuller, unless nothing but the rest of one cell behind the first is in the next row.
    /// </summary>
    public bool GoesOnIn(GridRow next)
    {
        var (full, ended, filled) = (0, 0, 0);
        var isRest = next.cells[0].Lines.Count == 0 && next.cells.Count(cell => cell.Lines.Count > 0) == 1;
        var isShort = !isRest && cells.TrueForAll(cell => cell.Lines.Count <= 1);
        for (var i = 0; i < cells.Count; i++)
        {
            var (own, more) = (cells[i], next.cells[i]);
            if (more.Lines.Count == 0)
            {
                ended += own.Lines.Count > 0 ? 1 : 0;
                continue;
            }

            filled++;
            if (own.Lines.Count == 0 || !IsAtEnd(own) || IsNumber(own.Lines[^1].Text) && IsNumber(more.Lines[0].Text))
                return false;
            var room = own.Width - own.Lines[^1].Width;
            var isFull = !isShort || room < ShortRoom * own.Lines[^1].Size;
            full += isFull && wrapping.GoesOn(own.Lines[^1], more.Lines[0], room) ? 1 : 0;
        }

        return full * 2 > filled || (full > 0 && ended > 0);
    }

    private bool IsAtEnd(GridCell cell) =>
        cell.Lines[^1].Baseline - cell.Box.Bottom <= wrapping.Pitch * cell.Lines[^1].Size;

    private static bool IsNumber(string text) => text.All(letter => !char.IsLetter(letter));

    public void Append(GridRow next)
    {
        Grid = next.Grid;
        for (var i = 0; i < cells.Count; i++)
        {
            if (next.cells[i].Lines.Count > 0)
                cells[i] = cells[i] with
                {
                    Box = next.cells[i].Box,
                    Lines = [.. cells[i].Lines, .. next.cells[i].Lines],
                };
        }
    }
}
