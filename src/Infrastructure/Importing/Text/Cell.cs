using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>A piece of a document: a cell of a table, or a line of running text.</summary>
internal sealed class Cell(int line, string raw)
{
    private string? flat;
    private Marker? marker;
    private bool marked;

    public int Line => line;

    public string Raw => raw;

    /// <summary>Without markup, one paragraph a line.</summary>
    public string Text { get; } = Markup.Clean(raw);

    /// <summary>In one line.</summary>
    public string Flat => flat ??= Markup.Flatten(Text);

    public bool IsEmpty => Text.Length == 0;

    /// <summary>The number or bullet it begins with; null where it begins with text.</summary>
    public Marker? Marker
    {
        get
        {
            if (!marked)
                (marker, marked) = (Importing.Text.Marker.At(Flat), true);
            return marker;
        }
    }

    /// <summary>The row it is in; its own for running text.</summary>
    public Row Row { get; set; } = null!;

    /// <summary>Its place in the row, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Whether it went into the plan.</summary>
    public bool Used { get; private set; }

    public Cell Use()
    {
        Used = true;
        return this;
    }

    public Source Source =>
        Row.Table is { } table
            ? new Source(line, table.Number, Row.NumberInTable, Index + 1, raw)
            : new Source(line, null, null, null, raw);

    /// <summary>Where a text stands that goes on over several cells.</summary>
    public static Source SourceOf(IReadOnlyList<Cell> cells) =>
        cells.Count == 1
            ? cells[0].Source
            : cells[0].Source with
            {
                RawText = string.Join('\n', cells.Select(cell => cell.Raw)),
            };
}

/// <summary>A line of the document that is not blank: a row of a table, or one line of running text.</summary>
internal sealed class Row
{
    public Row(int line, IReadOnlyList<Cell> cells, bool afterBlank)
    {
        (Line, Cells, AfterBlank) = (line, cells, afterBlank);
        foreach (var cell in cells)
            cell.Row = this;
    }

    public int Line { get; }

    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Whether a blank line stands before it.</summary>
    public bool AfterBlank { get; }

    /// <summary>Null for running text.</summary>
    public Table? Table { get; set; }

    /// <summary>From 1.</summary>
    public int NumberInTable { get; set; }

    /// <summary>Whether it is the table's header once more, after a page break.</summary>
    public bool RepeatsHeader { get; set; }

    /// <summary>Whether a page break stands before it.</summary>
    public bool AfterPageBreak { get; set; }

    public Cell First => Cells[0];

    public Cell? this[int index] => index < Cells.Count ? Cells[index] : null;

    /// <summary>A line of running text, or a row that has nothing beside its first cell.</summary>
    public bool IsAlone => !First.IsEmpty && Cells.Skip(1).All(cell => cell.IsEmpty);

    public IEnumerable<Cell> Filled => Cells.Where(cell => !cell.IsEmpty);

    public void Use()
    {
        foreach (var cell in Cells)
            cell.Use();
    }
}

/// <summary>A table: its rows, over page breaks.</summary>
internal sealed class Table(int number)
{
    private readonly List<Row> rows = [];

    /// <summary>Counts the document's tables, from 1.</summary>
    public int Number => number;

    /// <summary>Without the headers that page breaks repeat.</summary>
    public IReadOnlyList<Row> Rows => rows;

    private int lines;

    public void Add(Row row)
    {
        row.Table = this;
        row.NumberInTable = ++lines;
        if (!row.RepeatsHeader)
            rows.Add(row);
    }
}
