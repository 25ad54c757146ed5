using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>
/// Finds page numbers and the headers and footers that run through a document: lines at the edge of a page with the same
/// text at the same place on other pages, where a number may count the pages.
/// </summary>
internal static partial class RunningLines
{
    private const int FewestPages = 3;
    private const int LinesAtEdge = 2;

    /// <summary>Labels that a project's chapter begins with.</summary>
    private static readonly Concept[] Labels =
    [
        Concept.ProjectName,
        Concept.ProjectNumber,
        Concept.ResponsibleUnit,
        Concept.Nature,
        Concept.Strategy,
        Concept.Owners,
    ];
    private const double SamePlace = 4;

    /// <summary>The part of a page's height, from the top and from the bottom, in which such lines are.</summary>
    private const double Edge = 0.12;

    public static HashSet<TextLine> Of(IReadOnlyList<(PdfPage Page, List<TextLine> Lines)> pages)
    {
        var edges = pages
            .SelectMany(one => AtEdge(one.Page, one.Lines).Select(line => (one.Page, Line: line)))
            .ToList();
        var running = new HashSet<TextLine>();
        foreach (var same in edges.GroupBy(one => Key(one.Line.Text, one.Page.Number)))
        {
            foreach (var one in same)
            {
                var pagesOfIt = same.Where(other => Math.Abs(other.Line.Baseline - one.Line.Baseline) < SamePlace)
                    .Select(other => other.Page.Number)
                    .Distinct()
                    .Count();
                if ((pagesOfIt >= FewestPages && MayRun(one.Line.Text)) || IsPageNumber(one.Line.Text, one.Page.Number))
                    running.Add(one.Line);
            }
        }

        return running;
    }

    /// <summary>Whether a text can be a header or footer: headings at the top of several pages are text.</summary>
    private static bool MayRun(string text) =>
        Headings.Known(text) is null
        && ProjectHeadings.Known(text) is null
        && Marker.At(text) is null or { IsBullet: true }
        && !Array.Exists(Labels, label => Terms.At(label, text) is not null);

    private static IEnumerable<TextLine> AtEdge(PdfPage page, List<TextLine> lines) =>
        lines
            .Take(LinesAtEdge)
            .Where(line => line.Baseline > page.Height * (1 - Edge))
            .Concat(lines.TakeLast(LinesAtEdge).Where(line => line.Baseline < page.Height * Edge))
            .Distinct();

    /// <summary>The text with each number as its distance from the page's.</summary>
    private static string Key(string text, int page) =>
        Number()
            .Replace(text, number => Value(number.Value) is < 10_000 and var value ? $"#{value - page}" : number.Value);

    private static bool IsPageNumber(string text, int page) =>
        Alone().Match(text) is { Success: true } match && Value(match.Groups[1].Value) == page;

    private static long Value(string digits) =>
        long.Parse(ThaiNumber.ToArabicDigits(digits), CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9๐-๙]{1,9}")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[-–—]\s*|หน้า(?:ที่)?\s*)?([0-9๐-๙]{1,4})(?:\s*[-–—])?\z")]
    private static partial Regex Alone();
}
