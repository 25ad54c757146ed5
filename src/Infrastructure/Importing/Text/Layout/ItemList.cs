using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Creates items from the lines below a heading.</summary>
internal static partial class ItemList
{
    /// <summary>Longer texts are paragraphs, even if they follow an item.</summary>
    private const int LongestContinuation = 70;

    /// <summary>The first word of an objective: each line that begins with it is one.</summary>
    private const string Purpose = "เพื่อ";

    /// <summary>The number of an item without a printed number in a list that otherwise prints numbers.</summary>
    private const string Unnumbered = "-";

    /// <summary>
    /// The items in some lines. A line without number and bullet continues the previous item; if there can be
    /// paragraphs between items, only if the line is short or follows without a blank line.
    /// </summary>
    public static List<Item> Of(IEnumerable<Cell> cells, bool paragraphs = false) =>
        Of(cells.Select(cell => (cell.Text, cell)), paragraphs);

    /// <inheritdoc cref="Of(IEnumerable{Cell}, bool)"/>
    public static List<Item> Of(IEnumerable<(string Text, Cell Cell)> lines, bool paragraphs = false)
    {
        var items = new List<Item>();
        var all = Plain([.. lines.SelectMany(one => one.Text.Split('\n').Select(line => (line, one.Cell)))]);
        var arePurposes =
            all.Count > 1 && all.TrueForAll(line => line.Text.StartsWith(Purpose, StringComparison.Ordinal));
        foreach (var (index, (line, cell)) in all.Index())
        {
            var marker = Marker.At(line);
            if (
                marker is { Depth: > 0 }
                && Inline(line, all.ElementAtOrDefault(index + 1).Text) is { Count: > 1 } inline
            )
                items.AddRange(inline.Select(one => new Item(one.Marker, new Passage(one.Text, cell))));
            else if (marker is not null)
                items.Add(new Item(marker, new Passage(line[marker.Length..].Trim(), cell)));
            else if (items.Count == 0 || arePurposes || (paragraphs && IsParagraph(items[^1], cell, line)))
                items.Add(new Item(null, new Passage(line, cell)));
            else
                items[^1].Body.Append(line, cell);
        }

        return items;
    }

    /// <summary>
    /// The items of a line with several of one list: "2.1 … 2.2 …". They are parts of the first one if the next line
    /// has the same number as the second.
    /// </summary>
    private static List<(Marker? Marker, string Text)> Inline(string line, string? next)
    {
        var items = InlineItems.Of(line);
        return
            AreNumbered(items)
            && (next is null || Marker.At(next)?.Number != items.ElementAtOrDefault(1).Marker?.Number)
            ? items
            : [];
    }

    /// <summary>The same lines with the numbers of a list as "1.", if they are printed as "ข้อ 1", "ข้อ 2".</summary>
    private static List<(string Text, Cell Cell)> Plain(List<(string Text, Cell Cell)> lines)
    {
        var numbers = lines.Select(line => ItemWord().Match(line.Text)).Where(match => match.Success).ToList();
        return numbers.Count > 1 && ThaiNumber.ToArabicDigits(numbers[0].Groups["number"].Value) == "1"
            ? lines.ConvertAll(line => (ItemWord().Replace(line.Text, "${number}. "), line.Cell))
            : lines;
    }

    [GeneratedRegex(@"^\s*ข้อ\s*(ที่)?\s*(?<number>[0-9๐-๙]{1,2})\s*[.:)]?\s+(?=[ก-๙])", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemWord();

    /// <summary>
    /// The items for the plan. If no item has a printed number, and for bullets among plain numbers, the number is the
    /// position.
    /// </summary>
    public static IReadOnlyList<NumberedTextDocument> Documents(IReadOnlyList<Item> items, SourceMap sources)
    {
        var documents = new List<NumberedTextDocument>();
        var printed = items.Where(item => item.Number is not null).ToList();
        var simple = printed.TrueForAll(item => item.Marker!.Depth == 1);
        foreach (var item in items)
        {
            if (item.Body.IsEmpty)
                continue;
            var place = (documents.Count + 1).ToString(CultureInfo.InvariantCulture);
            var hasPlace = printed.Count == 0 || (simple && item.Marker is not null);
            var document = new NumberedTextDocument(
                item.Number ?? (hasPlace ? place : Unnumbered),
                Limits.Text(item.Body.Text)
            );
            documents.Add(document.At(sources, item.Body));
        }

        return documents;
    }

    /// <summary>Whether the items of a line have numbers that follow each other: "2.1 … 2.2 …".</summary>
    private static bool AreNumbered(List<(Marker? Marker, string Text)> items) =>
        items
            .Zip(items.Skip(1), (one, next) => one.Marker is not null && next.Marker?.Follows(one.Marker) == true)
            .All(follows => follows);

    private static bool IsParagraph(Item before, Cell cell, string line) =>
        cell.Row.AfterBlank && (before.Marker is null || line.Length > LongestContinuation);
}
