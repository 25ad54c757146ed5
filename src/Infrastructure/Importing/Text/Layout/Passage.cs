using System.Text;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>A text that extends over several lines and cells, while it is being assembled.</summary>
internal sealed class Passage
{
    private readonly StringBuilder text = new();
    private readonly List<Cell> cells = [];

    public Passage() { }

    public Passage(string text, Cell cell) => Append(text, cell);

    public string Text => text.ToString();

    public bool IsEmpty => text.Length == 0;

    public int Length => text.Length;

    /// <summary>The part of the cell; null if it is the whole cell.</summary>
    public string? Part { get; init; }

    public Source Source => Part is null ? Cell.SourceOf(cells) : cells[0].Source with { RawText = Part };

    public Cell Last => cells[^1];

    /// <summary>Appends a text, separated by a space or another separator.</summary>
    public void Append(string more, Cell cell, string separator = " ")
    {
        if (cells.Count == 0 || cells[^1] != cell)
            cells.Add(cell.Use());
        if (more.Length == 0)
            return;
        if (text.Length > 0)
            text.Append(separator);
        text.Append(more);
    }

    /// <summary>Uses the cells for a member of a part.</summary>
    public void Use(object part, string member)
    {
        foreach (var cell in cells)
            cell.Use(part, member);
    }

    /// <summary>Reports the cells, because a number in them is only kept as text.</summary>
    public void LeaveInText()
    {
        foreach (var cell in cells)
            cell.LeaveInText();
    }

    public void Append(Passage more)
    {
        foreach (var cell in more.cells)
        {
            if (!cells.Contains(cell))
                cells.Add(cell);
        }

        if (text.Length > 0 && !more.IsEmpty)
            text.Append(' ');
        text.Append(more.text);
    }
}

/// <summary>An item of a list: its printed number, if any, and its text.</summary>
internal sealed record Item(Marker? Marker, Passage Body)
{
    /// <summary>With Arabic digits; null if none is printed.</summary>
    public string? Number => Marker?.Number;
}
