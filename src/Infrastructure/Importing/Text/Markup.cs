using System.Net;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>Takes away what is no text: left-over tags and entities, emphasis, spaces of all kinds.</summary>
internal static partial class Markup
{
    /// <summary>The text of a cell, one paragraph a line.</summary>
    public static string Clean(string raw)
    {
        var text = raw;
        if (text.Contains('<', StringComparison.Ordinal))
            text = Tag().Replace(Paragraph().Replace(Item().Replace(text, "\n• "), "\n"), " ");
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        if (text.Contains("**", StringComparison.Ordinal))
            text = text.Replace("**", "", StringComparison.Ordinal);
        text = text.Replace("\u200B", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal);
        return Lines().Replace(Spaces().Replace(text, " "), "\n").Trim();
    }

    /// <summary>The same in one line.</summary>
    public static string Flatten(string cleaned) => cleaned.Replace('\n', ' ');

    /// <summary>Without spaces at all: how cells are compared that were broken into lines differently.</summary>
    public static string Squeeze(string text) => AnySpace().Replace(text, "");

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

    [GeneratedRegex(@"\s+")]
    private static partial Regex AnySpace();
}
