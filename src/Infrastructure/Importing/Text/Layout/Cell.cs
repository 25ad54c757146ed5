using System.Buffers;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>A piece of a document: a cell of a table, or a line of running text.</summary>
internal sealed class Cell(int line, string raw)
{
    private static readonly SearchValues<char> NoLetters = SearchValues.Create("0123456789๐๑๒๓๔๕๖๗๘๙.,-–—/%()[] \n");

    private string? flat;
    private Marker? marker;
    private bool marked;
    private List<(object Part, string Member)>? parts;

    public int Line => line;

    public string Raw => raw;

    /// <summary>
    /// The text without markup, one paragraph per line. A colon alone, between a label and its value, says nothing.
    /// </summary>
    public string Text { get; } = Markup.Clean(raw) is var text && text == ":" ? "" : text;

    /// <summary>The text in one line.</summary>
    public string Flat => flat ??= Markup.Flatten(Text);

    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether there is more in it than numbers and signs.</summary>
    public bool HasLetters => Text.AsSpan().ContainsAnyExcept(NoLetters);

    /// <summary>The number or bullet at its beginning, or null.</summary>
    public Marker? Marker
    {
        get
        {
            if (!marked)
                (marker, marked) = (Words.Marker.At(Flat), true);
            return marker;
        }
    }

    /// <summary>Its row; a line of running text is a row of its own.</summary>
    public Row Row { get; set; } = null!;

    /// <summary>The position in the row, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Where it is in a file of another form than text.</summary>
    public FormPlace Place { get; init; }

    /// <summary>What the cell's formula makes, if something else stands in the cell; otherwise null.</summary>
    public string? Computed { get; init; }

    /// <summary>Whether the cell is used in the plan.</summary>
    public bool Used { get; private set; }

    /// <summary>What was read from the cell: parts of the plan with the members that it gave, and texts.</summary>
    public IReadOnlyList<(object Part, string Member)> Parts => parts ?? [];

    /// <summary>What kind of value was expected in the cell and not found; null if there is none.</summary>
    public ExpectedValue? Expected { get; private set; }

    /// <summary>Whether the cell is the heading of a column and was recognised as a whole.</summary>
    public bool IsHead { get; private set; }

    public bool IsQuestioned => Expected is not null;

    /// <summary>Whether the cell is one of several that the plan states the sum of, such as the months of a quarter.</summary>
    public bool IsAddend { get; private set; }

    /// <summary>Whether the cell is of a known kind that a plan file has no field for.</summary>
    public bool IsWithoutField { get; private set; }

    /// <summary>Whether the cell repeats what is elsewhere in the document, such as the number of a page.</summary>
    public bool IsRepetition { get; private set; }

    /// <summary>Whether the cell was put into the plan's running text, because no reader took it.</summary>
    public bool IsInRunningText { get; private set; }

    /// <summary>Whether the cell is a caption in the header of a table that was read, which is running text.</summary>
    public bool IsCaption { get; private set; }

    /// <summary>Whether a number in the cell of a table was only kept as running text.</summary>
    public bool IsLeftInText { get; private set; }

    /// <summary>Whether the file does not say which letter one of its glyphs is.</summary>
    public bool HasLostLetters => Text.Contains('\uFFFD', StringComparison.Ordinal);

    public Cell Use()
    {
        Used = true;
        return this;
    }

    /// <summary>Uses the cell for a member of a part, for a whole part ("") or for a text.</summary>
    public Cell Use(object part, string member = "")
    {
        (parts ??= new(1)).Add((part, member));
        return Use();
    }

    /// <summary>Lists the cell as a repetition of what is elsewhere in the document.</summary>
    public void Repeat() => IsRepetition = true;

    public void UseAsHead() => (Used, IsHead) = (true, true);

    /// <summary>Reports the cell, because it does not have the one value that is expected there.</summary>
    public void Question(ExpectedValue expected) => Expected = expected;

    public void HasNoField() => IsWithoutField = true;

    public void UseInRunningText() => IsInRunningText = true;

    public void UseAsCaption() => IsCaption = true;

    public void LeaveInText() => IsLeftInText = true;

    public void UseAsAddend() => IsAddend = true;

    public Source Source =>
        new(
            line,
            Row.Table?.Number,
            Row.Table is null ? null : Row.NumberInTable,
            Row.Table is null ? null : Index + 1,
            Place.Layer ?? raw
        )
        {
            Page = Place.Page,
            Paragraph = Place.Paragraph,
            Sheet = Place.Sheet,
            Cell = Place.Cell,
        };

    /// <summary>The source of a text that extends over several cells.</summary>
    public static Source SourceOf(IReadOnlyList<Cell> cells) =>
        cells.Count == 1
            ? cells[0].Source
            : cells[0].Source with
            {
                RawText = string.Join('\n', cells.Select(cell => cell.Place.Layer ?? cell.Raw)),
            };
}

/// <summary>The place in a file of another form than text; each part is null where the form does not have it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Paragraph">From 1, not counting tables.</param>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Cell">The address in the sheet: "B12".</param>
internal readonly record struct FormPlace(
    int? Page = null,
    int? Paragraph = null,
    string? Sheet = null,
    string? Cell = null
)
{
    /// <summary>Whether the cell is part of a merged one that begins in a row above.</summary>
    public bool IsCovered { get; init; }

    /// <summary>The text as the file has it, where letters were put right while reading; null where none were.</summary>
    public string? Layer { get; init; }
}

/// <summary>A non-blank line of the document: a row of a table, or one line of running text.</summary>
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

    /// <summary>Whether there is a blank line before it.</summary>
    public bool AfterBlank { get; }

    /// <summary>Whether the file contains the text without showing it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether the form says that the line is a page number, a running header or a footer.</summary>
    public bool IsPageLine { get; init; }

    /// <summary>The table; null for running text.</summary>
    public Table? Table { get; set; }

    /// <summary>From 1.</summary>
    public int NumberInTable { get; set; }

    /// <summary>Whether the row repeats the table's header after a page break.</summary>
    public bool RepeatsHeader { get; set; }

    /// <summary>Whether there is a page break before it.</summary>
    public bool AfterPageBreak { get; set; }

    public Cell First => Cells[0];

    public Cell? this[int index] => index < Cells.Count ? Cells[index] : null;

    /// <summary>Whether this is a line of running text, or a row with only a first cell.</summary>
    public bool IsAlone => !First.IsEmpty && Cells.Skip(1).All(cell => cell.IsEmpty);

    public IEnumerable<Cell> Filled => Cells.Where(cell => !cell.IsEmpty);

    /// <summary>Whether the first cell that is not empty is the label of a total.</summary>
    public bool IsTotal => Filled.FirstOrDefault() is { } label && TotalLabel.Is(label.Flat);

    public void Use()
    {
        foreach (var cell in Cells)
            cell.Use();
    }

    /// <summary>Uses the row for a part or a text.</summary>
    public void Use(object part)
    {
        foreach (var cell in Cells)
            cell.Use(part);
    }
}

/// <summary>A table with its rows, across page breaks.</summary>
internal sealed class Table(int number)
{
    private readonly List<Row> rows = [];

    /// <summary>Number of the table in the document, from 1.</summary>
    public int Number => number;

    /// <summary>The rows without headers repeated after page breaks.</summary>
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
