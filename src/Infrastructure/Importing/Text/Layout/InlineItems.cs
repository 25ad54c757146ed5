using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Splits the items in one cell: "๑. แบบสำรวจ ๒. แบบประเมิน", "- ร้อยละ ๘๐ - ร้อยละ ๙๐".</summary>
internal static class InlineItems
{
    /// <summary>
    /// The items of a cell; the first one may have no marker. A number starts an item at the beginning of a paragraph;
    /// elsewhere only if it continues the previous numbers or starts anew. A dash starts an item within a paragraph
    /// only if the cell begins with a dash. A dash directly in front of a digit may be the sign of a number, so it starts
    /// none.
    /// </summary>
    /// <param name="expected">The number that the first item may have, if the cell continues another one.</param>
    /// <param name="betweenNumbers">Whether any dash separates items, also one between two numbers.</param>
    public static List<(Marker? Marker, string Text)> Of(
        string text,
        Marker? expected = null,
        bool betweenNumbers = false
    )
    {
        var starts = new List<(int At, Marker Marker)>();
        var last = expected;
        var dashed = betweenNumbers;
        for (var i = 0; i < text.Length; i++)
        {
            var atStart = i == 0 || text[i - 1] == '\n';
            if (!atStart && text[i - 1] != ' ')
                continue;
            if (!MayBegin(text[i]) || IsSign(text, i))
                continue;
            var marker = Marker.At(text[i..Math.Min(text.Length, i + 24)]);
            if (marker is null || !(atStart || Accepts(text, i, marker, last, dashed, betweenNumbers)))
                continue;
            starts.Add((i, marker));
            dashed |= text[i] is '-' or '–' or '•' or '●' && atStart;
            if (marker.Number is not null)
                last = marker;
            i += marker.Length - 1;
        }

        return Cut(text, starts);
    }

    private static List<(Marker?, string)> Cut(string text, List<(int At, Marker Marker)> starts)
    {
        var items = new List<(Marker?, string)>();
        var lead = starts.Count == 0 ? text : text[..starts[0].At];
        if (lead.Trim().Length > 0)
            items.Add((null, Line(lead)));
        for (var i = 0; i < starts.Count; i++)
        {
            var begin = Math.Min(text.Length, starts[i].At + starts[i].Marker.Length);
            var end = i + 1 < starts.Count ? starts[i + 1].At : text.Length;
            items.Add((starts[i].Marker, Line(text[begin..Math.Max(begin, end)])));
        }

        return items;
    }

    private static string Line(string text) => Markup.Flatten(text).Trim();

    private static bool MayBegin(char character) =>
        character is >= '0' and <= '9' or >= '๐' and <= '๙' or '(' or '-' or '–' or '•' or '●' or '▶' or '○' or '▪';

    private static bool IsSign(string text, int at) =>
        text[at] is '-' or '–' && at + 1 < text.Length && char.IsDigit(text[at + 1]);

    private static bool Accepts(string text, int at, Marker marker, Marker? last, bool dashed, bool betweenNumbers)
    {
        if (marker.Number is null || text[at] is '-' or '–')
            return text[at] is not ('-' or '–') || (dashed && !IsRange(text, at, betweenNumbers));
        if (marker.Depth == 0)
            return text[at] == '(' && (BeginsLetters(text, at, marker) || (last is not null && marker.Follows(last)));
        return last is null
            ? dashed && marker is { Depth: 1 } && marker.Parts[0] == 1
            : marker.Follows(last) || (marker.Depth == last.Depth && marker.Parts[^1] == 1);
    }

    /// <summary>Whether a letter is the first of several: "(ก) … (ข) …".</summary>
    private static bool BeginsLetters(string text, int at, Marker marker) =>
        marker.Number == "ก" && text.IndexOf(" (ข) ", at, StringComparison.Ordinal) > 0;

    /// <summary>Whether a dash connects two terms instead of separating items: "ก่อน - หลัง", "๒๕๖๖ - ๒๕๗๐".</summary>
    private static bool IsRange(string text, int at, bool betweenNumbers)
    {
        var before = text[..at].TrimEnd();
        var after = text[(at + 1)..].TrimStart();
        if (before.Length == 0 || after.Length == 0)
            return true;
        if (before.EndsWith("ก่อน", StringComparison.Ordinal) && after.StartsWith("หลัง", StringComparison.Ordinal))
            return true;
        return char.IsDigit(after[0]) && char.IsDigit(before[^1]) && !betweenNumbers;
    }
}
