using System.Globalization;
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
    private readonly List<Row> rows = [];
    private int lines;
    private int paragraphs;
    private bool afterBlank = true;
    private string? refusal;

    /// <summary>Whether a limit was exceeded, so that reading on is useless.</summary>
    public bool IsRefused => refusal is not null;

    public Result<IReadOnlyList<Row>> Result =>
        refusal is null ? Blocks.Of(rows) : new PlanFileRefused([new PlanFault("", refusal)]);

    /// <summary>Adds a paragraph; each of its lines becomes a line of running text, an empty one a gap.</summary>
    /// <param name="layer">The text as the file has it, if letters were put right.</param>
    public void Paragraph(string text, int? page = null, string? layer = null)
    {
        var place = new FormPlace(page, ++paragraphs) { Layer = layer };
        foreach (var line in text.Split('\n'))
            Add([(line.Replace('\t', ' '), place)]);
    }

    /// <summary>Adds a row of a table with a place for each cell; the lines of a cell are separated by '\n'.</summary>
    public void TableRow(IReadOnlyList<(string Text, FormPlace Place)> cells) => Add(cells);

    /// <summary>Separates what comes next from what came before, as a blank line does in a text.</summary>
    public void Gap() => afterBlank = true;

    private void Add(IReadOnlyList<(string Text, FormPlace Place)> cells)
    {
        if (IsRefused)
            return;
        lines++;
        refusal =
            lines > DocumentText.MaxLines
                ? $"has more than {DocumentText.MaxLines.ToString("N0", CultureInfo.InvariantCulture)} lines."
            : cells.Count > DocumentText.MaxCells
                ? $"has a row of more than {DocumentText.MaxCells} cells (line {lines})."
            : cells.Sum(cell => cell.Text.Length) is var length && length > DocumentText.MaxLineLength
                ? $"has a line of {length} characters (line {lines}); at most {DocumentText.MaxLineLength}."
            : null;
        if (IsRefused)
            return;
        var row = new Row(
            lines,
            [
                .. cells.Select(
                    (cell, index) => new Cell(lines, WithoutControls(cell.Text)) { Index = index, Place = cell.Place }
                ),
            ],
            afterBlank
        );
        afterBlank = row.Cells.All(cell => cell.IsEmpty);
        if (!afterBlank)
            rows.Add(row);
    }

    private static string WithoutControls(string text) =>
        text.AsSpan().ContainsAny(DocumentText.NoText)
            ? string.Concat(text.Where(letter => !DocumentText.NoText.Contains(letter)))
            : text;
}
