using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>
/// Collects the paragraphs and table rows of a document in their order, within the limits of a text document. What does
/// not fit is not kept; <see cref="Result"/> then says why.
/// </summary>
internal sealed class FormRows
{
    public const int MaxCells = 500_000;
    public const int MaxText = 5_000_000;

    private readonly List<Row> rows = [];
    private readonly List<Row> hidden = [];
    private readonly List<Row> pageLines = [];
    private int lines;
    private int cellCount;
    private int textLength;
    private int paragraphs;
    private bool afterBlank = true;
    private LocalText? refusal;

    /// <summary>Whether a limit was exceeded, so that reading on is useless.</summary>
    public bool IsRefused => refusal is not null;

    public Result<IReadOnlyList<Row>> Result =>
        refusal is null
            ? (List<Row>)[.. Blocks.Of(rows, isFilledUp: false), .. pageLines, .. hidden]
            : new PlanFileRefused([new PlanFault("", refusal)]);

    /// <summary>Adds a paragraph; each of its lines becomes a line of running text, an empty one a gap.</summary>
    /// <param name="layer">The text as the file has it, if letters were put right.</param>
    public void Paragraph(string text, int? page = null, string? layer = null) =>
        Paragraph(text, new FormPlace(page, ++paragraphs) { Layer = layer });

    /// <inheritdoc cref="Paragraph(string, int?, string?)"/>
    /// <param name="computed">What the text should be, if a formula says otherwise.</param>
    public void Paragraph(string text, FormPlace place, string? computed = null)
    {
        foreach (var line in text.Split('\n'))
            Add([new Cell(lines + 1, WithoutControls(WithoutTabs(line))) { Place = place, Computed = computed }]);
    }

    /// <summary>Adds a row of a table with a place for each cell; the lines of a cell are separated by '\n'.</summary>
    /// <param name="computed">What a formula makes of cells in which something else stands, by position.</param>
    public void TableRow(
        IReadOnlyList<(string Text, FormPlace Place)> cells,
        IReadOnlyDictionary<int, string>? computed = null
    ) =>
        Add([
            .. cells.Select(
                (cell, index) =>
                    new Cell(lines + 1, WithoutControls(cell.Text))
                    {
                        Index = index,
                        Place = cell.Place,
                        Computed = computed?.GetValueOrDefault(index),
                    }
            ),
        ]);

    /// <summary>Adds text that the document contains but does not show. It is reported, not read.</summary>
    public void Hidden(string text, FormPlace place)
    {
        if (Beside(text, place) is var (line, cells))
            hidden.Add(new Row(line, cells, true) { IsHidden = true });
    }

    /// <summary>Adds a page number, header or footer, which is reported as a repetition.</summary>
    public void PageLine(string text, FormPlace place)
    {
        if (Beside(text, place) is var (line, cells))
            pageLines.Add(new Row(line, cells, true) { IsPageLine = true });
    }

    private (int Line, Cell[] Cells)? Beside(string text, FormPlace place)
    {
        if (IsRefused || string.IsNullOrWhiteSpace(text) || !IsWithinLimits(1, text.Length))
            return null;
        var line = Math.Max(1, lines);
        return (line, [new Cell(line, WithoutControls(text)) { Place = place }]);
    }

    /// <summary>Separates what comes next from what came before, as a blank line does in a text.</summary>
    public void Gap() => afterBlank = true;

    private void Add(List<Cell> cells)
    {
        if (IsRefused || !IsWithinLimits(cells.Count, cells.Sum(cell => cell.Raw.Length)))
            return;
        var row = new Row(++lines, cells, afterBlank);
        afterBlank = row.Cells.All(cell => cell.IsEmpty);
        if (!afterBlank)
            rows.Add(row);
    }

    private bool IsWithinLimits(int cells, int length)
    {
        cellCount += cells;
        textLength += length;
        refusal =
            DocumentText.Exceeded(lines + 1, cells, length)
            ?? (
                cellCount > MaxCells ? new($"has more than {MaxCells:N0} cells.", $"มีเกิน {MaxCells:N0} ช่อง")
                : textLength > MaxText
                    ? new($"has more than {MaxText:N0} characters of text.", $"มีข้อความเกิน {MaxText:N0} อักขระ")
                : null
            );
        return refusal is null;
    }

    /// <summary>Tabs within a line become wide spaces, which separate columns; those around it are left out.</summary>
    private static string WithoutTabs(string line) =>
        line.Contains('\t', StringComparison.Ordinal)
            ? line.Trim('\t', ' ').Replace("\t", "  ", StringComparison.Ordinal)
            : line;

    /// <summary>The text without control characters, and with U+FFFD for halves of letters.</summary>
    private static string WithoutControls(string text)
    {
        if (text.AsSpan().ContainsAny(DocumentText.NoText))
            text = string.Concat(text.Where(letter => !DocumentText.NoText.Contains(letter)));
        return text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;
    }
}
