using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>A cell of a table with something in it.</summary>
/// <param name="Text">What a person sees, in one line and in the normal form of texts.</param>
/// <param name="Date">The day, if the cell is a date for the spreadsheet and not only a text.</param>
internal sealed record GridCell(string Text, DateOnly? Date = null)
{
    /// <summary>Whether the text may not be what was entered: a number that the spreadsheet rounded, or showed in another form.</summary>
    public bool IsInexact { get; init; }

    /// <summary>How much of the text is struck through.</summary>
    public Strike Strike { get; init; }
}

/// <summary>A row of a table, without its blank cells.</summary>
/// <param name="Number">The number that a spreadsheet shows.</param>
internal sealed record GridRow(int Number, IReadOnlyDictionary<int, GridCell> Cells)
{
    /// <summary>The text in one of the columns, which count from 1; empty if there is none.</summary>
    public string Text(int column) => Cells.TryGetValue(column, out var cell) ? cell.Text : "";
}

/// <summary>The rows of a table that have something in them.</summary>
internal sealed record Grid(IReadOnlyList<GridRow> Rows)
{
    public const int MaxColumns = 200;

    /// <summary>The rows that the file has, but does not show.</summary>
    public IReadOnlySet<int> HiddenRows { get; init; } = new HashSet<int>();

    /// <summary>The columns that the file has, but does not show.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>Whether the file does not show the table at all.</summary>
    public bool IsHidden { get; init; }

    /// <summary>For merged cells, the number of columns that they cover, by row and first column.</summary>
    public IReadOnlyDictionary<(int Row, int Column), int> Widths { get; init; } =
        new Dictionary<(int Row, int Column), int>();

    /// <summary>The name of the sheet; null if the file has only one table.</summary>
    public string? Sheet { get; init; }

    /// <summary>Why the table cannot be read, if this turns out to be the right way to read it.</summary>
    public LocalText? Refusal { get; init; }

    public static readonly LocalText TooWide = new(
        $"has a row of more than {MaxColumns} cells.",
        $"มีแถวที่มีเกิน {MaxColumns} ช่อง"
    );
}
