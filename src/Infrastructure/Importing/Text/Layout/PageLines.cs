using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>
/// Finds the lines that belong to a page and not to the text: page numbers, and running headers and footers, which
/// repeat a text with a growing page number, or the plan's title; and captions that are printed again where a table or a
/// list goes on: "ตารางที่ ๑ (ต่อ)".
/// </summary>
internal static partial class PageLines
{
    private const int FewestPages = 3;
    private const int LongestLine = 160;

    /// <summary>The number of lines before a repeated caption in which the caption is searched.</summary>
    private const int Remembered = 200;

    public static HashSet<Row> Of(IReadOnlyList<Row> rows)
    {
        var alone = rows.Where((row, i) => IsAlone(row, i + 1 < rows.Count ? rows[i + 1] : null)).ToList();
        var found = alone.Where(row => PageNumber().IsMatch(row.First.Flat)).ToHashSet();
        var bare = alone.Where(row => BareNumber().IsMatch(row.First.Flat)).ToList();
        if (bare.Count >= FewestPages && CountsPages(bare))
            found.UnionWith(bare);
        foreach (var lines in alone.Where(MayRun).GroupBy(row => Digits().Replace(Markup.Squeeze(row.First.Flat), "#")))
        {
            var same = lines.ToList();
            if (same.Count >= FewestPages && CountsPages(same))
                found.UnionWith(same);
            else if (same.Count >= FewestPages && IsTitle(same))
                found.UnionWith(same.Skip(1));
        }

        found.UnionWith(Continued(rows));
        return found;
    }

    /// <summary>The lines that say no more than that an earlier line, with the same first words, goes on.</summary>
    private static IEnumerable<Row> Continued(IReadOnlyList<Row> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (
                rows[i].IsAlone
                && GoesOn().Match(rows[i].First.Flat) is { Success: true, Index: var end }
                && !Terms.Are(Concept.Contents, rows[i].First.Flat)
                && Markup.Squeeze(rows[i].First.Flat[..end]) is { Length: > 0 } title
                && rows.Take(i).TakeLast(Remembered).Any(row => row.IsAlone && Begins(row.First.Flat, title))
            )
                yield return rows[i];
        }
    }

    /// <summary>Whether a line begins with a title, which does not end within a number.</summary>
    private static bool Begins(string line, string title) =>
        Markup.Squeeze(line) is var squeezed
        && squeezed.StartsWith(title, StringComparison.Ordinal)
        && !squeezed.Skip(title.Length).Take(1).Any(char.IsDigit);

    /// <summary>Whether a line stands between blank lines; a sheet has no pages.</summary>
    private static bool IsAlone(Row row, Row? next) =>
        row is { AfterBlank: true, Filled: var cells, First.Place.Sheet: null }
        && cells.Count() == 1
        && next is null or { AfterBlank: true };

    private static bool MayRun(Row row) =>
        row.First.Marker is null
        && !Quantity().IsMatch(row.First.Flat)
        && row.First.Flat is { Length: > 0 and <= LongestLine } text
        && Headings.Known(text) is null
        && ProjectHeadings.Known(text) is null;

    /// <summary>Whether the last numbers of the lines grow from line to line.</summary>
    private static bool CountsPages(List<Row> lines)
    {
        var numbers = lines.ConvertAll(row => Digits().Matches(ThaiNumber.ToArabicDigits(row.First.Flat)));
        return numbers.TrueForAll(all => all.Count > 0)
            && (Grows(numbers.ConvertAll(all => all[^1].Value)) || Grows(numbers.ConvertAll(all => all[0].Value)));
    }

    private static bool Grows(List<string> numbers)
    {
        var pages = numbers.ConvertAll(number =>
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0
        );
        return pages.Zip(pages.Skip(1)).All(pair => pair.First < pair.Second);
    }

    private static bool IsTitle(List<Row> lines) =>
        lines[0].First.Flat.StartsWith("แผน", StringComparison.Ordinal)
        && lines.TrueForAll(row => Markup.Squeeze(row.First.Flat) == Markup.Squeeze(lines[0].First.Flat));

    [GeneratedRegex(@"\s*\(\s*ต่อ\s*\)\s*\z")]
    private static partial Regex GoesOn();

    [GeneratedRegex("[0-9๐-๙]+")]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^([-–—(\[]\s*[0-9๐-๙]{1,4}\s*[-–—)\]]|(หน้า\s?(ที่)?|Page)\s*[0-9๐-๙]{1,4}(\s*(จาก|/|of)\s*[0-9๐-๙]{1,4})?|[0-9๐-๙]{1,4}\s*(จาก|/|of)\s*[0-9๐-๙]{1,4})\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PageNumber();

    /// <summary>A page number only among others that grow, since a number may stand alone for another reason.</summary>
    [GeneratedRegex(@"^[0-9๐-๙]{1,4}\z")]
    private static partial Regex BareNumber();

    /// <summary>A number of something, which counts no pages.</summary>
    [GeneratedRegex(@"[0-9๐-๙]\s*(,|บาท|คน|ราย|แห่ง|โรง|ครั้ง|รุ่น|%)|ร้อยละ")]
    private static partial Regex Quantity();
}
