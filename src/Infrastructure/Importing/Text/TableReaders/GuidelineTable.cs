using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Reads a strategy's guidelines: a table of number, text and level, with headings between its rows, or a list.
/// </summary>
internal sealed class GuidelineTable
{
    private readonly SourceMap sources;
    private readonly List<(int Number, Passage? Heading, Passage Text, Cell? Level, Cell? Printed)> drafts = [];
    private Passage? heading;

    private GuidelineTable(SourceMap sources) => this.sources = sources;

    public static IReadOnlyList<GuidelineDocument> Read(Chunk chunk, SourceMap sources)
    {
        var reader = new GuidelineTable(sources);
        foreach (var table in chunk.Tables)
            reader.Take(table);
        if (reader.drafts.Count == 0)
            reader.TakeList(chunk);
        return reader.Documents();
    }

    private void Take(Table table)
    {
        if (table.Rows[0].Cells.Count < 2)
            return;
        foreach (var row in table.Rows)
        {
            if (row.Filled.Any(cell => Terms.Are(Concept.Guidelines, cell.Text)))
                row.Use();
            else
                TakeRow(row);
        }
    }

    private void TakeRow(Row row)
    {
        var first = row.First;
        if (row.IsAlone && Number(first) is null)
        {
            heading = new Passage(Bare(first), first);
            return;
        }

        var text = row[1];
        if (text is null || text.IsEmpty)
            return;
        if (Number(first) is { } number)
            drafts.Add((number, heading, new Passage(text.Flat, text), row[2], first));
        else if (first.IsEmpty && drafts.Count > 0 && row[2]?.IsEmpty != false)
            drafts[^1].Text.Append(text.Flat, text);
    }

    /// <summary>Guidelines outside of a table have the level of the office.</summary>
    private void TakeList(Chunk chunk)
    {
        var number = 0;
        foreach (var item in ItemList.Of(chunk.TextCells))
        {
            number = item.Marker is { Depth: 1 } marker ? marker.Parts[0] : number + 1;
            drafts.Add((number, null, item.Body, null, null));
        }
    }

    private List<GuidelineDocument> Documents()
    {
        var numbers = new FreeNumbers();
        var documents = new List<GuidelineDocument>();
        foreach (var (number, above, text, level, printed) in drafts)
        {
            var read = level is null ? null : Levels.Of(level.Text);
            var document = new GuidelineDocument(
                numbers.Take(number),
                above is null ? null : Limits.Text(above.Text),
                Limits.Text(text.Text),
                read ?? ResponsibleLevel.Office
            ).At(sources, text);
            if (read is not null)
                document.At(sources, level!, "level");
            if (printed is not null)
                document.At(sources, printed, "number");
            if (above is not null)
                document.At(sources, above, "heading");
            documents.Add(document);
        }

        return documents;
    }

    private static string Bare(Cell cell)
    {
        var text = cell.Flat;
        while (Marker.At(text) is { IsBullet: true } bullet)
            text = text[bullet.Length..].Trim();
        return text;
    }

    private static int? Number(Cell cell)
    {
        var digits = ThaiNumber.ToArabicDigits(cell.Flat).Trim(' ', '.', ')', '(');
        return
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 1000
            ? number
            : null;
    }
}
