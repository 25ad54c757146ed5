using System.Text.RegularExpressions;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>
/// Divides lines into cells at vertical bars, or at two or more spaces. Spaces do not show empty cells, so they divide
/// only where every line of a block has the same number of cells; otherwise the lines remain running text.
/// </summary>
internal static partial class Columns
{
    private const int FewestRows = 2;
    private const int FewestSpaced = 3;

    /// <summary>The labels of a project's head, which form tables of two columns.</summary>
    private static readonly Concept[] HeadLabels =
    [
        Concept.ProjectName,
        Concept.ResponsibleUnit,
        Concept.Nature,
        Concept.Strategy,
        Concept.Owners,
    ];

    public static IEnumerable<Row> Divided(List<Row> block)
    {
        if (block.Count < FewestRows)
            return block;
        if (block.TrueForAll(row => row.First.Raw.Contains('|', StringComparison.Ordinal)))
            return Barred(block) ?? block;
        return Spaced(block) ?? block;
    }

    /// <summary>Rows of a table with bars, without the lines that only rule it; null if the rows do not agree.</summary>
    private static List<Row>? Barred(List<Row> block)
    {
        var lines = block.Where(row => !Rule().IsMatch(row.First.Text)).ToList();
        var framed = lines.TrueForAll(row => row.First.Raw.Trim() is ['|', .., '|']);
        var parts = lines.ConvertAll(row =>
        {
            var text = row.First.Raw.Trim();
            return (Row: row, Cells: (framed ? text[1..^1] : text).Split('|'));
        });
        return
            parts.Count >= FewestRows
            && parts[0].Cells.Length <= DocumentText.MaxCells
            && parts.TrueForAll(one => one.Cells.Length == parts[0].Cells.Length)
            ? [.. parts.Select((one, index) => RowOf(one.Row, one.Cells, block[0].AfterBlank && index == 0))]
            : null;
    }

    private static List<Row>? Spaced(List<Row> block)
    {
        var parts = block.ConvertAll(row => (Row: row, Cells: Gap().Split(row.First.Raw.Trim())));
        var width = parts[0].Cells.Length;
        if (width is < 2 or > DocumentText.MaxCells || !parts.TrueForAll(one => one.Cells.Length == width))
            return null;
        return
            width >= FewestSpaced
            || parts.TrueForAll(one => Array.Exists(HeadLabels, label => Terms.Are(label, one.Cells[0])))
            ? parts.ConvertAll(one => RowOf(one.Row, one.Cells, one.Row.AfterBlank))
            : null;
    }

    private static Row RowOf(Row row, string[] cells, bool afterBlank) =>
        new(
            row.Line,
            [
                .. cells.Select(
                    (cell, index) => new Cell(row.Line, cell.Trim()) { Index = index, Place = row.First.Place }
                ),
            ],
            afterBlank
        );

    [GeneratedRegex(@"^[\s|:+=\-─┼]+\z")]
    private static partial Regex Rule();

    [GeneratedRegex("[ \u00A0]{2,}")]
    private static partial Regex Gap();
}
