using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>Measures how deep the elements of an HTML file can be nested, before a parser builds them.</summary>
internal static partial class HtmlNesting
{
    public const int MaxDepth = 1_000;

    /// <summary>Elements that have no end, or that the next one of their kind ends.</summary>
    private static readonly HashSet<string> WithoutEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "colgroup",
        "option",
        "optgroup",
        "html",
        "head",
        "body",
    };

    /// <summary>
    /// An end only ends an element of its own name, wherever that stands, so that the true depth is never greater than
    /// the one measured here.
    /// </summary>
    public static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        foreach (var match in Tag().EnumerateMatches(html))
        {
            var tag = html.AsSpan(match.Index + 1, match.Length - 1);
            var isEnd = tag[0] == '/';
            var name = (isEnd ? tag[1..] : tag).ToString();
            if (WithoutEnd.Contains(name))
                continue;
            var count = open.GetValueOrDefault(name);
            if (!isEnd)
                (open[name], depth) = (count + 1, depth + 1);
            else if (count > 0)
                (open[name], depth) = (count - 1, depth - 1);
            if (depth > MaxDepth)
                return true;
        }

        return false;
    }

    /// <summary>
    /// A tag with its attributes, or a comment, script or style as a whole, in which there are none. What has no end is
    /// passed over up to its next word only, so that an open quotation mark hides no tags.
    /// </summary>
    [GeneratedRegex(
        @"<!--(?>.*?-->)|(?<raw><(script|style|textarea|title)\b(?>[^>]*>)(?>.*?</\2\s*>))|</?(?<name>[A-Za-z][A-Za-z0-9:]{0,30})((?>\s+[^\s""'<>/=]+(\s*=\s*(""[^""]*""|'[^']*'))?)*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Tag();
}
