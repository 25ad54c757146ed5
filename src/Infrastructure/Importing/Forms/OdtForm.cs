using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.OpenText;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>Reads an OpenDocument text (.odt), without its headers and footers.</summary>
internal sealed class OdtForm
{
    private const int MaxRepeated = 5_000;

    private readonly FormRows rows = new();
    private readonly Lists lists;
    private readonly Inline inline;

    private OdtForm(ListStyles styles, Inline inline) => (lists, this.inline) = (new Lists(styles), inline);

    public static Result<IReadOnlyList<Row>> Read(
        ZipArchiveEntry content,
        ZipArchiveEntry? stylesPart,
        CancellationToken cancellationToken
    )
    {
        var styles = new ListStyles();
        var hidden = new HashSet<string>();
        var raised = new HashSet<string>();
        ZipArchiveEntry[] parts = stylesPart is null ? [content] : [content, stylesPart];
        foreach (var part in parts)
        foreach (var group in (string[])["automatic-styles", "styles"])
        foreach (var style in Xml.ChildrenOf(part.Open(), group, cancellationToken))
        {
            styles.Add(style);
            var letters = style.Child("text-properties");
            if (style.Get("name") is not { } name)
                continue;
            if (letters.Get("display") == "none")
                hidden.Add(name);
            if (letters.Get("text-position")?.StartsWith("super", StringComparison.Ordinal) == true)
                raised.Add(name);
        }

        var form = new OdtForm(styles, new Inline(HasPages(content), hidden, raised));
        foreach (var block in Xml.ChildrenOf(content.Open(), "text", cancellationToken))
        {
            form.Block(block);
            form.Asides();
            if (form.rows.IsRefused)
                break;
        }

        form.Notes();
        foreach (var text in form.inline.Hidden)
            form.rows.Hidden(text, default);
        return form.rows.Result;
    }

    private static bool HasPages(ZipArchiveEntry content)
    {
        using var reader = Xml.Open(content.Open());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "soft-page-break")
                return true;
        }

        return false;
    }

    private void Block(XElement block)
    {
        switch (block.Name.LocalName)
        {
            case "p" or "h":
                Paragraph(block, lists.Label(block));
                break;
            case "list":
                foreach (var (paragraph, label) in lists.Items(block))
                    Paragraph(paragraph, label);
                break;
            case "table":
                Table(block);
                break;
            case "soft-page-break":
                inline.NextPage();
                break;
            case "tracked-changes" or "forms" or "sequence-decls" or "variable-decls" or "user-field-decls":
            case "annotation" or "table-of-content-source":
                break;
            case "text-box":
                inline.Asides.Enqueue(block);
                break;
            default:
                foreach (var child in block.Elements())
                    Block(child);
                break;
        }
    }

    private void Paragraph(XElement paragraph, string label)
    {
        var (text, page) = TextOf(paragraph, label);
        var isHeading = paragraph.Is("h");
        if (isHeading)
            rows.Gap();
        rows.Paragraph(text, page);
        if (isHeading)
            rows.Gap();
    }

    private (string Text, int? Page) TextOf(XElement paragraph, string label)
    {
        var (text, page) = inline.Of(paragraph);
        return (label + (label.Length > 0 ? text.TrimStart() : text), page);
    }

    private void Table(XElement source)
    {
        var lines = RowsOf(source).ToList();
        if (lines.TrueForAll(row => row.Children("table-cell").Count() <= 1))
        {
            rows.Gap();
            foreach (
                var block in lines.SelectMany(row => row.Children("table-cell")).SelectMany(cell => cell.Elements())
            )
                Block(block);
            rows.Gap();
            return;
        }

        var table = new FormTable();
        foreach (var line in lines)
            Row(table, line);
        table.WriteTo(rows);
    }

    private void Row(FormTable table, XElement row)
    {
        var cells = row.Elements()
            .Where(cell => cell.Name.LocalName is "table-cell" or "covered-table-cell")
            .Select(cell => (Cell: cell, Text: cell.Is("table-cell") ? CellText(cell) : ("", null)))
            .ToList();
        var isEmpty = cells.TrueForAll(one => one.Text.Text.Length == 0);
        for (var again = isEmpty ? 1 : Repeated(row, "number-rows-repeated"); again > 0; again--)
        {
            table.NextRow();
            foreach (var (cell, (text, page)) in cells)
            {
                var repeated = Repeated(cell, "number-columns-repeated");
                if (!cell.Is("table-cell"))
                {
                    table.Skip(repeated);
                    continue;
                }

                // The columns that a cell covers follow as covered cells.
                for (; repeated > 0; repeated--)
                    table.Add(text, new FormPlace(page));
            }
        }
    }

    private static int Repeated(XElement element, string attribute) =>
        Math.Max(1, element.Number(attribute) ?? 1) is var repeated && repeated <= MaxRepeated
            ? repeated
            : throw new RefusedFormException(
                $"repeats a cell or row more than {MaxRepeated} times.",
                $"มีเซลล์หรือแถวซ้ำเกิน {MaxRepeated} ครั้ง"
            );

    private static IEnumerable<XElement> RowsOf(XElement table) =>
        table
            .Elements()
            .SelectMany(child =>
                child.Name.LocalName switch
                {
                    "table-row" => [child],
                    "table-header-rows" or "table-rows" or "table-row-group" => RowsOf(child),
                    _ => (IEnumerable<XElement>)[],
                }
            );

    /// <summary>The paragraphs of a cell; tables in it are read after the table.</summary>
    private (string Text, int? Page) CellText(XElement cell)
    {
        var lines = new List<string>();
        int? page = null;
        foreach (var block in cell.Elements())
        {
            var paragraphs = block.Name.LocalName switch
            {
                "p" or "h" => [(block, lists.Label(block))],
                "list" => lists.Items(block),
                _ => (IEnumerable<(XElement, string)>)[],
            };
            foreach (var (paragraph, label) in paragraphs)
            {
                var (text, at) = TextOf(paragraph, label);
                page ??= at;
                lines.Add(text);
            }

            if (block.Is("table"))
                inline.Asides.Enqueue(block);
        }

        return (string.Join('\n', lines), page);
    }

    private void Asides()
    {
        while (!rows.IsRefused && inline.Asides.TryDequeue(out var aside))
        {
            rows.Gap();
            if (aside.Is("table"))
                Table(aside);
            else
                foreach (var block in aside.Elements())
                    Block(block);
            rows.Gap();
        }
    }

    /// <summary>Footnotes and endnotes form a section of their own, so that they interrupt no list.</summary>
    private void Notes()
    {
        if (inline.Notes.Count == 0)
            return;
        rows.Gap();
        rows.Paragraph("เชิงอรรถ");
        foreach (var note in inline.Notes.ToList())
        {
            rows.Gap();
            foreach (var block in note.Elements())
                Block(block);
        }

        Asides();
    }
}
