using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>
/// Reads an Excel file (.xlsx). A sheet is running text and tables: rows with one filled cell are text, those with more
/// are tables, up to the next empty row.
/// </summary>
internal sealed class ExcelForm
{
    private readonly FormRows rows = new();
    private readonly Formulas formulas;

    private ExcelForm(IReadOnlyList<Sheet> sheets) => formulas = new Formulas(sheets);

    public static Result<IReadOnlyList<Row>> Read(Stream file, CancellationToken cancellationToken)
    {
        var sheets = WorkbookReader.Read(file, cancellationToken);
        var form = new ExcelForm(sheets);
        foreach (var sheet in sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (form.rows.IsRefused)
                break;
            if (sheet.IsHidden)
                form.HiddenSheet(sheet);
            else
                form.Read(sheet);
        }

        return form.rows.Result;
    }

    private void Read(Sheet sheet)
    {
        rows.Gap();
        var shown = new List<SheetRow>();
        foreach (var row in sheet.Rows)
        {
            var cells = row.Cells.Where(cell => !sheet.HiddenColumns.Contains(cell.Column)).ToList();
            if (row.IsHidden)
                Hidden(sheet, row.Cells);
            else if (cells.Exists(cell => cell.Text.Length > 0))
                shown.Add(row with { Cells = cells });
        }

        HiddenColumns(sheet);
        if (shown.Count == 0)
            return;
        var hidden = sheet.Rows.Where(row => row.IsHidden).Select(row => row.Number).ToHashSet();
        var left = shown.Min(row => Filled(row).First().Column);
        for (var start = 0; start < shown.Count && !rows.IsRefused; )
        {
            var end = start + 1;
            while (end < shown.Count && IsNext(hidden, shown[end - 1], shown[end]))
                end++;
            Block(sheet, shown.GetRange(start, end - start), left);
            start = end;
        }
    }

    /// <summary>Whether there are only hidden rows between two rows.</summary>
    private static bool IsNext(HashSet<int> hidden, SheetRow row, SheetRow next) =>
        Enumerable.Range(row.Number + 1, Math.Max(0, next.Number - row.Number - 1)).All(hidden.Contains);

    /// <summary>
    /// Rows without an empty one between them. The table begins with the first row of several cells; a row with a single
    /// cell belongs to it, too, unless the table is drawn with borders and the row is not, or the cell is a heading.
    /// </summary>
    private void Block(Sheet sheet, List<SheetRow> block, int left)
    {
        rows.Gap();
        var hasTable = block.Exists(row => Filled(row).Skip(1).Any());
        var isDrawn = block.Where(row => Filled(row).Skip(1).Any()).All(row => Filled(row).All(cell => cell.HasBorder));
        var right = block.Max(row => Filled(row).Last().Column);
        var inTable = false;
        foreach (var (index, row) in block.Index())
        {
            var single = Single(row);
            var isHeading =
                single?.Column == left && !isDrawn && IsHeading(single.Text, block.ElementAtOrDefault(index + 1));
            if (isHeading)
                rows.Gap();
            var belongs =
                hasTable
                && !isHeading
                && (isDrawn ? HasBorder(row) : inTable || single is null || single.Column > left);
            inTable = single is null || belongs;
            if (inTable)
                Table(sheet, row, left, right);
            else
                Text(sheet, single!);
        }
    }

    /// <summary>
    /// Whether a cell that is alone in its row is the heading of a project's section, or another one that further text
    /// follows. Above rows of a table it may be one of them.
    /// </summary>
    private static bool IsHeading(string text, SheetRow? next) =>
        ProjectHeadings.Known(text) is { Number: not null }
        || (Headings.IsLabel(text) && next is not null && Single(next) is not null);

    private static SheetCell? Single(SheetRow row) => Filled(row).Take(2).ToList() is [var only] ? only : null;

    private static IEnumerable<SheetCell> Filled(SheetRow row) => row.Cells.Where(cell => cell.Text.Length > 0);

    private static bool HasBorder(SheetRow row) => Filled(row).Any(cell => cell.HasBorder);

    private void Text(Sheet sheet, SheetCell cell)
    {
        var (text, computed) = Printed(sheet, cell);
        rows.Paragraph(text, Place(sheet, cell), computed);
    }

    private void Table(Sheet sheet, SheetRow row, int left, int right)
    {
        var cells = new List<(string Text, FormPlace Place)>();
        var differences = new Dictionary<int, string>();
        var byColumn = row.Cells.ToDictionary(cell => cell.Column);
        for (var column = left; column <= right && cells.Count <= DocumentText.MaxCells; column++)
        {
            if (sheet.HiddenColumns.Contains(column))
                continue;
            if (!byColumn.TryGetValue(column, out var cell))
            {
                cells.Add(("", new FormPlace(Sheet: sheet.Name, Cell: CellRange.Name(row.Number, column))));
                continue;
            }

            var (text, computed) = Printed(sheet, cell);
            if (computed is not null)
                differences[cells.Count] = computed;
            cells.Add((text, Place(sheet, cell)));
        }

        rows.TableRow(cells, differences);
    }

    /// <summary>What a cell shows, and what its formula makes if it shows something else.</summary>
    private (string Text, string? Computed) Printed(Sheet sheet, SheetCell cell)
    {
        if (cell.IsBlanked)
        {
            rows.Hidden(cell.Text, Place(sheet, cell));
            return ("", null);
        }

        if (cell.Formula is not { } formula)
            return (cell.Text, null);
        var value = formulas.Of(sheet, cell);
        var computed = value is { } number ? NumberText.Of(number, cell.Format) : null;
        if (!cell.IsCached)
            return (computed ?? $"={formula.Text}", null);
        var isSame = cell.Value is not { } stored || value is not { } made || IsSame(stored, made);
        return (cell.Text, isSame || computed == cell.Text ? null : computed);
    }

    private static bool IsSame(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));

    private void HiddenSheet(Sheet sheet)
    {
        foreach (var row in sheet.Rows)
            Hidden(sheet, row.Cells);
    }

    private void Hidden(Sheet sheet, IReadOnlyList<SheetCell> cells)
    {
        if (cells.Where(cell => cell.Text.Length > 0).ToList() is [var first, ..] filled)
            rows.Hidden(string.Join(" | ", filled.Select(cell => cell.Text)), Place(sheet, first));
    }

    /// <summary>A hidden column is told once, as far as its rows are not hidden themselves.</summary>
    private void HiddenColumns(Sheet sheet)
    {
        var hidden =
            from row in sheet.Rows
            where !row.IsHidden
            from cell in row.Cells
            where sheet.HiddenColumns.Contains(cell.Column)
            group cell by cell.Column;
        foreach (var column in hidden)
            Hidden(sheet, [.. column]);
    }

    private static FormPlace Place(Sheet sheet, SheetCell cell) => new(Sheet: sheet.Name, Cell: cell.Name);
}
