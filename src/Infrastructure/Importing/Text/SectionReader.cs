using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>
/// Collects the running text that belongs to no other field, under its headings, including what other readers left
/// below a heading of theirs.
/// </summary>
internal static class SectionReader
{
    public static IReadOnlyList<SectionDocument> Read(IReadOnlyList<Chunk> chunks, string title, SourceMap sources)
    {
        var sections = new List<SectionDocument>();
        foreach (var chunk in chunks)
        {
            var items = Items(chunk);
            var isOwn = chunk.IsGeneral && chunk.HeadingRow is not null;
            if (items.Count == 0 && !isOwn)
            {
                chunk.HeadingRow?.First.Use();
                continue;
            }

            var heading = HeadingOf(chunk) is { Length: > 0 } printed ? printed : title;
            var number = chunk.Kind == HeadingKind.DataTable ? null : chunk.Heading.Number;
            var next = NextHeading(number, items);
            var section = new SectionDocument(number, Limits.Text(heading), chunk.Level, Documents(items[..next]));
            if (chunk.HeadingRow is { } row)
                section.At(sources, row.First);
            sections.Add(section);
            if (next == items.Count)
                continue;
            var (marker, printedNext) = items[next];
            sections.Add(
                new SectionDocument(
                    marker!.Number,
                    Limits.Text(printedNext.Text),
                    chunk.Level,
                    Documents(items[(next + 1)..])
                ).At(sources, printedNext)
            );
        }

        return sections;

        IReadOnlyList<NumberedTextDocument> Documents(List<Item> of) => ItemList.Documents(of, sources);
    }

    /// <summary>
    /// The first item that is the heading after this one, printed in a cell with the items below it: "๑๐. หน่วย… (ก) …"
    /// below heading ๙, whose own items have other marks. The number of items if there is none.
    /// </summary>
    private static int NextHeading(string? number, List<Item> items)
    {
        var index = items.FindIndex(item => item.Marker is { Depth: 1 });
        return
            index >= 0
            && index + 1 < items.Count
            && !items[index].Body.IsEmpty
            && items[index].Body.Last.Row.Table is not null
            && Marker.At($"{number}. ก") is { Depth: 1 } own
            && items[index].Marker!.Follows(own)
            && items[index + 1].Marker is { Depth: not 1 }
            ? index
            : items.Count;
    }

    /// <summary>One of several items of a cell.</summary>
    private static Passage PartOf(Cell cell, Marker? marker, string text)
    {
        var part = new Passage { Part = $"{marker?.Printed} {text}".TrimStart() };
        part.Append(text, cell);
        return part;
    }

    private static string HeadingOf(Chunk chunk) =>
        chunk.Heading.Title.Length > 0 && chunk.Kind != HeadingKind.DataTable
            ? chunk.Heading.Title
            : chunk.HeadingRow?.First.Flat ?? "";

    private static List<Item> Items(Chunk chunk)
    {
        var items = new List<Item>();
        var lines = new List<Cell>();
        var behind = chunk.HeadingRow is { } heading ? heading.Filled.Skip(1) : [];
        foreach (var cell in behind.Concat(chunk.Rows.SelectMany(row => row.Filled)).Where(cell => !cell.Used))
        {
            if (cell.Row.Table is null)
            {
                // A table is expected below this heading. Lines instead of it are a table whose columns were lost.
                if (chunk.Kind == HeadingKind.Indicators && !chunk.Tables.Any())
                    cell.UseInRunningText();
                lines.Add(cell);
                continue;
            }

            items.AddRange(ItemList.Of(lines, paragraphs: true));
            lines.Clear();
            cell.UseInRunningText();
            items.AddRange(
                InlineItems.Of(cell.Text).Select(item => new Item(item.Marker, PartOf(cell, item.Marker, item.Text)))
            );
        }

        items.AddRange(ItemList.Of(lines, paragraphs: true));
        return items;
    }
}
