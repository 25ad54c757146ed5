using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Removes what is not text: remnants of tags and entities, emphasis, invisible characters.</summary>
internal static partial class Markup
{
    private static readonly SearchValues<char> AnySpace = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(letter => (char)letter).Where(char.IsWhiteSpace),
    ]);

    /// <summary>The text of a cell, one paragraph per line.</summary>
    public static string Clean(string raw)
    {
        var text = raw;
        if (text.Contains('<', StringComparison.Ordinal))
            text = Tag().Replace(Paragraph().Replace(Item().Replace(text, "\n• "), "\n"), " ");
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        if (text.Contains("**", StringComparison.Ordinal))
            text = text.Replace("**", "", StringComparison.Ordinal);
        text = NormalForm.Of(text);
        return HasSingleSpaces(text) ? text : Lines().Replace(Spaces().Replace(text, " "), "\n").Trim();
    }

    /// <summary>Whether there is nothing to clean, which holds for nearly all texts: one line with single spaces between words.</summary>
    private static bool HasSingleSpaces(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter == ' ' ? before == ' ' : char.IsWhiteSpace(letter) || char.IsControl(letter))
                return false;
            before = letter;
        }

        return before != ' ' || text.Length == 0;
    }

    /// <summary>The same in one line.</summary>
    public static string Flatten(string cleaned) => cleaned.Replace('\n', ' ');

    /// <summary>The text without spaces, to compare cells with different line breaks.</summary>
    public static string Squeeze(string text)
    {
        var first = text.AsSpan().IndexOfAny(AnySpace);
        if (first < 0)
            return text;
        var squeezed = new StringBuilder(text.Length).Append(text, 0, first);
        foreach (var letter in text.AsSpan(first))
        {
            if (!AnySpace.Contains(letter))
                squeezed.Append(letter);
        }

        return squeezed.ToString();
    }

    [GeneratedRegex(@"<li(\s[^<>]{0,200})?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"</?(p|li|br|div|tr)(\s[^<>]{0,200})?/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Paragraph();

    [GeneratedRegex(
        @"</?[a-z][a-z0-9]{0,15}(\s[^<>]{0,200})?/?>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"[^\S\n]+|\p{Cc}(?<!\n)")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n[ \n]*")]
    private static partial Regex Lines();
}
