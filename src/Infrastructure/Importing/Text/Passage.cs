using System.Text;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>A text that goes on over lines and cells, as it is being put together.</summary>
internal sealed class Passage
{
    private readonly StringBuilder text = new();
    private readonly List<Cell> cells = [];

    public Passage() { }

    public Passage(string text, Cell cell) => Append(text, cell);

    public string Text => text.ToString();

    public bool IsEmpty => text.Length == 0;

    public int Length => text.Length;

    /// <summary>What of its cell it is; null where it is all of it.</summary>
    public string? Part { get; init; }

    public Source Source => Part is null ? Cell.SourceOf(cells) : cells[0].Source with { RawText = Part };

    public Cell Last => cells[^1];

    /// <summary>Adds a text with a space, or what else separates them.</summary>
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

/// <summary>An item of a list: its number, if one is printed, and its text.</summary>
internal sealed record Item(Marker? Marker, Passage Body)
{
    /// <summary>With Arabic digits; null where none is printed.</summary>
    public string? Number => Marker?.Number;
}
