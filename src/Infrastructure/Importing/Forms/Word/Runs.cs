using System.Text;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Word;

/// <summary>How the pages of a document can be counted.</summary>
internal enum PageBreaks
{
    None,

    /// <summary>Only breaks that somebody made.</summary>
    Made,

    /// <summary>All breaks where the word processor last laid the pages out.</summary>
    Rendered,
}

/// <summary>
/// The text of paragraphs as printed: with tracked changes accepted and fields by their results. What a paragraph
/// contains besides its text is collected.
/// </summary>
internal sealed class Runs(Styles styles, PageBreaks breaks)
{
    /// <summary>For each open field, whether its instruction has ended.</summary>
    private readonly Stack<bool> fields = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder hidden = new();
    private int instructions;
    private bool isHidden;
    private int page = 1;
    private int start;

    /// <summary>The text boxes and nested tables found since they were last taken.</summary>
    public Queue<XElement> Asides { get; } = [];

    /// <summary>The notes that were referred to: the name of their element and their number in the file.</summary>
    public List<(string Kind, string? Id)> Notes { get; } = [];

    /// <summary>Texts that are not shown.</summary>
    public List<string> Hidden { get; } = [];

    /// <summary>The text of a paragraph, and the page on which it begins; null if pages cannot be counted.</summary>
    public (string Text, int? Page) Of(XElement paragraph)
    {
        text.Clear();
        hidden.Clear();
        start = page;
        Children(paragraph);
        if (hidden.Length > 0)
            Hidden.Add(hidden.ToString());
        return (text.ToString(), breaks == PageBreaks.None ? null : start);
    }

    /// <summary>The one alternative of some content that has text; readers choose the first that they understand.</summary>
    public static XElement? Alternative(XElement content) =>
        content
            .Elements()
            .FirstOrDefault(one => one.Descendants().Any(part => part.Name.LocalName is "t" or "txbxContent" or "sym"))
        ?? content.Elements().FirstOrDefault();

    private void Children(XElement? element)
    {
        foreach (var child in element?.Elements() ?? [])
            Add(child);
    }

    private void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "pPr" or "rPr" or "sectPr" or "instrText" or "delText" or "delInstrText" or "del" or "moveFrom":
            case "rt" or "rubyPr" or "sdtPr" or "sdtEndPr" or "tblPr":
                break;
            case "r":
                Run(element);
                break;
            case "t":
                Append(IsPreserved(element) ? element.Value : element.Value.Trim());
                break;
            case "sdt":
                Control(element);
                break;
            case "fldChar":
                Field(element);
                break;
            case "AlternateContent":
                Children(Alternative(element));
                break;
            case "txbxContent":
            case "tbl":
                Asides.Enqueue(element);
                break;
            case "footnoteReference" or "endnoteReference":
                Notes.Add((element.Name.LocalName[..^"Reference".Length], element.Get("id")));
                break;
            default:
                Character(element);
                break;
        }
    }

    private void Character(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "tab" or "ptab":
                Append("\t");
                break;
            case "br" or "cr":
                Break(element);
                break;
            case "lastRenderedPageBreak":
                NextPage(PageBreaks.Rendered);
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                Append(Symbols.Of(element));
                break;
            case "textpath":
                Append(element.Get("string") ?? "");
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Run(XElement run)
    {
        var before = isHidden;
        var properties = run.Child("rPr");
        isHidden |= styles.IsHidden(properties);
        // A raised number is not a part of the number before it.
        if (properties.Value("vertAlign") == "superscript" && text.Length > 0 && char.IsDigit(text[^1]))
            text.Append(' ');
        Children(run);
        isHidden = before;
    }

    private void Control(XElement control)
    {
        var properties = control.Child("sdtPr");
        if (Symbols.OfControl(properties) is { } box)
            Append(box);
        else if (!properties.IsOn("showingPlcHdr"))
            Children(control.Child("sdtContent"));
    }

    private void Field(XElement mark)
    {
        switch (mark.Get("fldCharType"))
        {
            case "begin":
                if (Symbols.OfField(mark) is { } box)
                    Append(box);
                fields.Push(false);
                instructions++;
                break;
            case "separate" when fields.TryPop(out var ended):
                fields.Push(true);
                instructions -= ended ? 0 : 1;
                break;
            case "end" when fields.TryPop(out var ended):
                instructions -= ended ? 0 : 1;
                break;
        }
    }

    private void Break(XElement element)
    {
        if (element.Get("type") == "page")
            NextPage(PageBreaks.Made);
        else
            Append("\n");
    }

    private void NextPage(PageBreaks kind)
    {
        if (kind == breaks)
            page++;
    }

    /// <summary>Text within the instruction of a field is not shown either.</summary>
    private void Append(string more)
    {
        if (isHidden || instructions > 0)
        {
            hidden.Append(more);
            return;
        }

        if (text.Length == 0)
            start = page;
        text.Append(more);
    }

    private static bool IsPreserved(XElement element) => element.Get("space") == "preserve";
}
