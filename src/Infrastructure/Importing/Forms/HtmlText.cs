using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>A paragraph, a gap between paragraphs, or a table.</summary>
internal sealed record HtmlPiece(string Text, bool IsGap = false, IElement? Table = null);

/// <summary>The paragraphs within an element, with the numbers of lists.</summary>
internal sealed class HtmlText
{
    private const int MaxDepth = 2 * HtmlNesting.MaxDepth;

    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "caption",
        "td",
        "th",
        "tr",
        "tbody",
    ];

    private static readonly HashSet<string> WithoutText =
    [
        "script",
        "style",
        "template",
        "head",
        "title",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "audio",
        "video",
        "canvas",
        "datalist",
        "col",
        "colgroup",
    ];

    private readonly List<HtmlPiece> pieces = [];

    /// <summary>The number of the last item of each list.</summary>
    private readonly Dictionary<IElement, int> numbers = [];
    private readonly StringBuilder line = new();
    private string label = "";
    private bool isPreformatted;
    private int depth;

    /// <summary>The texts that a browser does not show.</summary>
    public List<string> Hidden { get; } = [];

    public IReadOnlyList<HtmlPiece> Of(INode root)
    {
        foreach (var child in root.ChildNodes)
            Add(child);
        Flush();
        return pieces;
    }

    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        var style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || style.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }

    private void Add(INode node)
    {
        if (node is IText text)
            Append(text.Data);
        else if (node is IElement element)
            Add(element);
    }

    private void Add(IElement element)
    {
        if (WithoutText.Contains(element.LocalName))
            return;
        if (IsHidden(element) || element.LocalName == "del")
        {
            Hidden.Add(element.TextContent.Trim());
            return;
        }

        if (++depth > MaxDepth)
            throw new RefusedFormException(
                $"nests its contents deeper than {MaxDepth} levels.",
                $"มีเนื้อหาซ้อนกันลึกกว่า {MaxDepth} ชั้น"
            );
        switch (element)
        {
            case IHtmlTableElement:
                Flush();
                pieces.Add(new HtmlPiece("", Table: element));
                break;
            case IHtmlBreakRowElement:
                line.Append('\n');
                break;
            case IHtmlHrElement:
                Flush();
                Gap();
                break;
            case IHtmlInputElement or IHtmlSelectElement:
                line.Append(ValueOf(element));
                break;
            default:
                Inside(element);
                break;
        }

        depth--;
    }

    private void Inside(IElement element)
    {
        var isBlock = Blocks.Contains(element.LocalName);
        var stands = element.LocalName is ['h', >= '1' and <= '6'];
        var before = isPreformatted;
        isPreformatted |= element.LocalName == "pre";
        if (isBlock)
            Flush();
        if (stands)
            Gap();
        if (element is IHtmlListItemElement item)
            label = LabelOf(item);
        // A raised number is not a part of the number before it.
        if (element.LocalName == "sup" && line.Length > 0 && char.IsDigit(line[^1]))
            line.Append(' ');
        var count = pieces.Count;
        foreach (var child in element.ChildNodes)
            Add(child);
        if (isBlock)
            Flush();
        if (stands || (element.LocalName == "p" && pieces.Count == count))
            Gap();
        isPreformatted = before;
    }

    private void Gap() => pieces.Add(new HtmlPiece("", IsGap: true));

    private void Flush()
    {
        var text = line.ToString().Trim(' ', '\n', '\t', '\u00A0');
        line.Clear();
        if (text.Length == 0)
            return;
        pieces.Add(new HtmlPiece(label + text));
        label = "";
    }

    private void Append(string text)
    {
        if (isPreformatted)
        {
            line.Append(text);
            return;
        }

        foreach (var letter in text)
        {
            if (letter is not (' ' or '\n' or '\r' or '\t' or '\f'))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] is not (' ' or '\n'))
                line.Append(' ');
        }
    }

    private static string ValueOf(IElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? "☑" : "☐",
            IHtmlInputElement { Type: "text" or "number" or "date" } input => input.Value,
            IHtmlSelectElement select => select.SelectedOptions.FirstOrDefault()?.Text ?? "",
            _ => "",
        };

    /// <summary>The label of a list item. The items of a list come in their order.</summary>
    private string LabelOf(IHtmlListItemElement item)
    {
        if (item.ParentElement is not { } list)
            return "";
        var style = $"{list.GetAttribute("style")};{item.GetAttribute("style")}";
        if (style.Contains("none", StringComparison.OrdinalIgnoreCase))
            return "";
        if (list.LocalName != "ol")
            return "• ";
        var number =
            Number(item.GetAttribute("value"))
            ?? (
                numbers.TryGetValue(list, out var before)
                    ? unchecked(before + 1)
                    : Number(list.GetAttribute("start")) ?? 1
            );
        numbers[list] = number;
        return $"{NumberFormats.Like(number, FormatOf(list.GetAttribute("type"), style))}. ";
    }

    private static string FormatOf(string? type, string style) =>
        style.Contains("thai", StringComparison.OrdinalIgnoreCase) ? "๑"
        : style.Contains("upper-roman", StringComparison.OrdinalIgnoreCase) ? "I"
        : style.Contains("lower-roman", StringComparison.OrdinalIgnoreCase) ? "i"
        : style.Contains("upper-", StringComparison.OrdinalIgnoreCase) ? "A"
        : style.Contains("lower-", StringComparison.OrdinalIgnoreCase) ? "a"
        : type is { Length: 1 } ? type
        : "1";

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
