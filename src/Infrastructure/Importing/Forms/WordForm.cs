using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Forms.Word;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>Reads a Word document (.docx): what is printed on its pages, without headers and footers.</summary>
internal sealed class WordForm
{
    private const int LongestHeading = 160;

    private readonly FormRows rows = new();
    private readonly Styles styles;
    private readonly Numbering numbering;
    private readonly Runs runs;

    /// <summary>The text before a deleted end of a paragraph, which begins the next one.</summary>
    private string begun = "";

    private WordForm(MainDocumentPart main, PageBreaks breaks)
    {
        styles = new Styles(Root(main.StyleDefinitionsPart));
        numbering = new Numbering(Root(main.NumberingDefinitionsPart), styles);
        runs = new Runs(styles, breaks);
    }

    public static Result<IReadOnlyList<Row>> Read(Stream file, CancellationToken cancellationToken)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var main =
            document.MainDocumentPart
            ?? throw new RefusedFormException("is a Word file without a document.", "เป็นไฟล์ Word ที่ไม่มีเอกสาร");
        var form = new WordForm(main, BreaksIn(main));
        foreach (var part in Xml.ChildrenOf(Open(main), "body", cancellationToken))
        {
            foreach (var block in Cells.BlocksOf(new XElement("body", part)))
                form.Block(block);
            form.Asides();
            if (form.rows.IsRefused)
                break;
        }

        form.Notes(main);
        foreach (var hidden in form.runs.Hidden)
            form.rows.Hidden(hidden, default);
        return form.rows.Result;
    }

    private static XElement? Root(OpenXmlPart? part) => part is null ? null : Xml.Load(Open(part));

    /// <summary>Only parts that were checked are opened.</summary>
    private static Stream Open(OpenXmlPart part) =>
        part.Uri.OriginalString.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? part.GetStream(FileMode.Open, FileAccess.Read)
            : throw new RefusedFormException(
                "is a Word file with parts that are not XML.",
                "เป็นไฟล์ Word ที่มีส่วนที่ไม่ใช่ XML"
            );

    private static PageBreaks BreaksIn(MainDocumentPart main)
    {
        var breaks = PageBreaks.None;
        using var reader = Xml.Open(Open(main));
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "lastRenderedPageBreak")
                return PageBreaks.Rendered;
            if (reader.LocalName == "br" && reader.GetAttribute("type", reader.NamespaceURI) == "page")
                breaks = PageBreaks.Made;
        }

        return breaks;
    }

    private void Block(XElement block)
    {
        if (block.Is("p"))
            Paragraph(block);
        else if (Cells.IsFrame(block))
            Frame(block);
        else
            Table(block);
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var (text, page) = TextOf(paragraph);
        if (text is null)
            return;
        // Offices set paragraphs apart by styles, not by empty paragraphs; a long one is never the next line of a list.
        var stands = IsHeading(properties) || IsBold(paragraph, text) || text.Length > LongestHeading;
        if (stands)
            rows.Gap();
        rows.Paragraph(text, page);
        if (stands)
            rows.Gap();
    }

    /// <summary>The text of a paragraph with its number; null if its end is deleted.</summary>
    private (string? Text, int? Page) TextOf(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var (text, page) = runs.Of(paragraph);
        var mark = properties.Child("rPr");
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
        {
            begun += text;
            return (null, page);
        }

        text = begun + text;
        begun = "";
        if (!string.IsNullOrWhiteSpace(text) && numbering.Next(properties) is { Length: > 0 } number)
            text = number + text.TrimStart();
        return (text, page);
    }

    private bool IsHeading(XElement? properties) =>
        styles
            .OfParagraph(properties)
            .Select(one => one.Properties.Child("outlineLvl").Number("val"))
            .FirstOrDefault(level => level is not null)
            is >= 0
                and < 9;

    /// <summary>A short paragraph that is bold as a whole stands apart like a heading.</summary>
    private static bool IsBold(XElement paragraph, string text) =>
        text.Length is > 0 and <= LongestHeading
        && paragraph.Children("r").Any()
        && paragraph.Children("r").All(run => run.Child("rPr").IsOn("b") || run.Child("rPr").IsOn("bCs"));

    private void Frame(XElement table)
    {
        rows.Gap();
        foreach (var cell in Cells.RowsOf(table).SelectMany(Cells.Of))
        foreach (var block in Cells.BlocksOf(cell))
            Block(block);
        rows.Gap();
    }

    private void Table(XElement source)
    {
        var table = new FormTable();
        foreach (var row in Cells.RowsOf(source))
        {
            table.NextRow();
            table.Skip(row.Child("trPr").Child("gridBefore").Number("val") ?? 0);
            foreach (var cell in Cells.Of(row))
            {
                var (text, page) = Cells.IsContinued(cell) ? ("", null) : CellText(cell);
                table.Add(text, new FormPlace(page), cell.Child("tcPr").Child("gridSpan").Number("val") ?? 1);
            }
        }

        table.WriteTo(rows);
    }

    /// <summary>The paragraphs of a cell; tables in it are read after the table.</summary>
    private (string Text, int? Page) CellText(XElement cell)
    {
        var text = new StringBuilder();
        int? page = null;
        foreach (var block in Cells.BlocksOf(cell))
        {
            if (block.Is("tbl"))
            {
                runs.Asides.Enqueue(block);
                continue;
            }

            var (line, at) = TextOf(block);
            if (text.Length > 0)
                text.Append('\n');
            else
                page = at;
            text.Append(line);
        }

        return (text.ToString(), page);
    }

    /// <summary>Text boxes and nested tables follow what they are anchored to.</summary>
    private void Asides()
    {
        while (!rows.IsRefused && runs.Asides.TryDequeue(out var aside))
        {
            rows.Gap();
            if (aside.Is("tbl"))
                Block(aside);
            else
                foreach (var block in Cells.BlocksOf(aside))
                    Block(block);
            rows.Gap();
        }
    }

    /// <summary>Footnotes and endnotes form a section of their own, so that they interrupt no list.</summary>
    private void Notes(MainDocumentPart main)
    {
        if (runs.Notes.Count == 0 || rows.IsRefused)
            return;
        var parts = new[] { Root(main.FootnotesPart), Root(main.EndnotesPart) };
        var notes = parts
            .SelectMany(part => part?.Elements() ?? [])
            .ToLookup(note => (note.Name.LocalName, note.Get("id")));
        rows.Gap();
        rows.Paragraph("เชิงอรรถ");
        foreach (var note in runs.Notes.Distinct().ToList().SelectMany(reference => notes[reference]))
        {
            rows.Gap();
            foreach (var block in Cells.BlocksOf(note))
                Block(block);
        }

        Asides();
    }
}
