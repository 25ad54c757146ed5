using System.Text;
using System.Xml;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Documents;
using static TeacherDevPlan.Infrastructure.Documents.XmlText;

namespace TeacherDevPlan.Api.Pages;

/// <summary>
/// Pages to read and to print. They are built of elements and texts, never of markup, so that nothing in a text can become
/// markup; they have no scripts and load nothing.
/// </summary>
internal static class HtmlPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private const string Style = """
        body { font-family: "Sarabun", "TH Sarabun New", "Noto Sans Thai", sans-serif; line-height: 1.5; margin: 2em; }
        table { border-collapse: collapse; width: 100%; margin: 0.5em 0; }
        td, th { border: 1px solid #999; padding: 0.2em 0.4em; vertical-align: top; white-space: pre-wrap; }
        p { white-space: pre-wrap; overflow-wrap: anywhere; }
        td.number { text-align: right; white-space: nowrap; }
        @media print { body { margin: 0; font-size: 10pt; } tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } }
        """;

    /// <summary>A page in UTF-8.</summary>
    public static byte[] Write(string language, string title, string style, params object?[] body)
    {
        var page = Element(
            "html",
            new XAttribute("lang", language),
            Element(
                "head",
                Element("meta", new XAttribute("charset", "utf-8")),
                Element(
                    "meta",
                    new XAttribute("http-equiv", "Content-Security-Policy"),
                    new XAttribute("content", Policy)
                ),
                Element("title", Safe(title)),
                Element("style", style)
            ),
            Element("body", body)
        );
        using var output = new MemoryStream();
        output.Write("<!DOCTYPE html>\n"u8);
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) };
        using (var writer = XmlWriter.Create(output, settings))
            page.WriteTo(writer);
        return output.ToArray();
    }

    /// <summary>A document in Thai as a page.</summary>
    public static byte[] Of(string title, IEnumerable<PrintedPart> parts) =>
        Write("th", title, Style, parts.Select(Written).ToArray<object?>());

    /// <summary>An element that is never written as an empty tag, which HTML does not have.</summary>
    public static XElement Element(string name, params object?[] content) =>
        name == "meta" ? new XElement(name, content) : new XElement(name, content, "");

    private static XElement Written(PrintedPart part) =>
        part switch
        {
            PrintedPart.Heading heading => Element($"h{heading.Level}", Safe(heading.Text)),
            PrintedPart.Paragraph paragraph => Element("p", Safe(paragraph.Text)),
            PrintedPart.Table table => Element(
                "table",
                Element("thead", Element("tr", table.Header.Select(text => Element("th", Safe(text))))),
                Element("tbody", table.Rows.Select(row => Element("tr", row.Select((text, i) => Cell(text, i, table)))))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };

    private static XElement Cell(string text, int index, PrintedPart.Table table) =>
        index >= table.FirstNumber
            ? Element("td", new XAttribute("class", "number"), Safe(text))
            : Element("td", Safe(text));
}
