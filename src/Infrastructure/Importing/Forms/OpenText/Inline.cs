using System.Text;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.OpenText;

/// <summary>The text of the paragraphs of an OpenDocument text; what they contain besides is collected.</summary>
/// <param name="hasPages">Whether the word processor marked where pages begin.</param>
/// <param name="hidden">The names of styles that hide text.</param>
/// <param name="raised">The names of styles that raise text above the line.</param>
internal sealed class Inline(bool hasPages, IReadOnlySet<string> hidden, IReadOnlySet<string> raised)
{
    private const int MaxSpaces = 200;

    private readonly StringBuilder text = new();
    private readonly StringBuilder notShown = new();
    private bool isHidden;
    private int page = 1;
    private int start;

    /// <summary>The text boxes and nested tables found since they were last taken.</summary>
    public Queue<XElement> Asides { get; } = [];

    /// <summary>The bodies of footnotes and endnotes.</summary>
    public List<XElement> Notes { get; } = [];

    public List<string> Hidden { get; } = [];

    public (string Text, int? Page) Of(XElement paragraph)
    {
        text.Clear();
        notShown.Clear();
        start = page;
        isHidden = false;
        Inside(paragraph);
        if (notShown.Length > 0)
            Hidden.Add(notShown.ToString());
        return (text.ToString(), hasPages ? start : null);
    }

    public void NextPage() => page++;

    private void Inside(XElement element)
    {
        var before = isHidden;
        var style = element.Get("style-name") ?? "";
        isHidden |= hidden.Contains(style);
        // A raised number is not a part of the number before it.
        if (raised.Contains(style) && text.Length > 0 && char.IsDigit(text[^1]))
            text.Append(' ');
        foreach (var node in element.Nodes())
        {
            if (node is XText part)
                Append(Spaces(part.Value));
            else if (node is XElement child)
                Add(child);
        }

        isHidden = before;
    }

    private void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "s":
                Append(new string(' ', Math.Clamp(element.Number("c") ?? 1, 1, MaxSpaces)));
                break;
            case "tab":
                Append("\t");
                break;
            case "line-break":
                Append("\n");
                break;
            case "soft-page-break":
                NextPage();
                break;
            case "note":
                if (element.Child("note-body") is { } body)
                    Notes.Add(body);
                break;
            case "text-box":
            case "table":
                Asides.Enqueue(element);
                break;
            case "annotation" or "annotation-end" or "ruby-text" or "title" or "desc" or "tracked-changes":
            case "content-control" when element.Get("showing-place-holder") == "true":
                break;
            case "hidden-text" or "hidden-paragraph":
                notShown.Append(element.Value);
                break;
            default:
                Inside(element);
                break;
        }
    }

    private void Append(string more)
    {
        if (isHidden)
        {
            notShown.Append(more);
            return;
        }

        if (text.Length == 0)
            start = page;
        text.Append(more);
    }

    /// <summary>Line ends and several spaces in a row are one space in this format.</summary>
    private static string Spaces(string raw)
    {
        var result = new StringBuilder(raw.Length);
        foreach (var letter in raw)
        {
            if (letter is not (' ' or '\n' or '\r' or '\t'))
                result.Append(letter);
            else if (result.Length == 0 || result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString();
    }
}
