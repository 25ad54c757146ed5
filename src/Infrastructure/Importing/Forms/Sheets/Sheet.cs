namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>A cell of a spreadsheet that has something in it, or a border.</summary>
/// <param name="Text">What a person sees; empty if the cell only has a border.</param>
/// <param name="Value">The number in it; null if there is none.</param>
internal sealed record SheetCell(int Row, int Column, string Text, double? Value)
{
    public bool HasBorder { get; init; }

    /// <summary>The code of its number format.</summary>
    public string? Format { get; init; }

    public SheetFormula? Formula { get; init; }

    /// <summary>Whether the file stores a value of the formula.</summary>
    public bool IsCached { get; init; } = true;

    /// <summary>The day, if the cell is a date by its format.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether a number is there that its format does not show.</summary>
    public bool IsBlanked { get; init; }

    public Strike Strike { get; init; }

    public string Name => CellRange.Name(Row, Column);
}

/// <summary>A formula, possibly that of another cell, whose relative references are moved.</summary>
internal sealed record SheetFormula(string Text, int Down = 0, int Right = 0);

internal sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<SheetCell> Cells);

internal sealed record Sheet(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows, IReadOnlySet<int> HiddenColumns)
{
    private readonly Lazy<Dictionary<(int Row, int Column), SheetCell>> cells = new(() =>
        Rows.SelectMany(row => row.Cells)
            .Where(cell => cell.Text.Length > 0 || cell.Formula is not null)
            .GroupBy(cell => (cell.Row, cell.Column))
            .ToDictionary(group => group.Key, group => group.Last())
    );

    /// <summary>Cells that are drawn as one, with what is in the first of them.</summary>
    public IReadOnlyList<CellRange> Merges { get; init; } = [];

    public SheetCell? At(int row, int column) => cells.Value.GetValueOrDefault((row, column));

    /// <summary>The number of cells that have something in them.</summary>
    public int Count => cells.Value.Count;

    public IEnumerable<SheetCell> All => cells.Value.Values;
}
