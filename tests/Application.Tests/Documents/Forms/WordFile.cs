using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>Puts a plan's text into a Word document with everything that editing and layout leave in one.</summary>
internal sealed partial class WordFile(Random random)
{
    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly StringBuilder body = new();
    private readonly StringBuilder numbers = new();
    private int lists;
    private int first;
    private int second;

    public static byte[] Of(string text, Random random)
    {
        var file = new WordFile(random);
        var parts = Part.Of(text);
        foreach (var (index, part) in parts.Index())
            file.Add(
                part,
                index > 0 && parts[index - 1].IsBlank && index + 1 < parts.Count && parts[index + 1].IsBlank
            );
        return file.Package();
    }

    /// <summary>A document with this XML in its body.</summary>
    public static byte[] Package(string body, string numbering = "", string styles = "", string notes = "") =>
        Dress.Zip(
            (
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """
            ),
            (
                "word/_rels/document.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://example.org/" TargetMode="External"/></Relationships>
                """
            ),
            ("word/document.xml", $"<w:document {Names}><w:body>{body}</w:body></w:document>"),
            ("word/numbering.xml", $"<w:numbering {Names}>{numbering}</w:numbering>"),
            ("word/styles.xml", $"<w:styles {Names}>{styles}</w:styles>"),
            ("word/footnotes.xml", $"<w:footnotes {Names}>{notes}</w:footnotes>"),
            ("word/header1.xml", $"<w:hdr {Names}><w:p><w:r><w:t>แผน 999,999 บาท</w:t></w:r></w:p></w:hdr>")
        );

    private byte[] Package() =>
        Package(
            body.ToString(),
            """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
            """ + numbers,
            """
            <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="H0"/></w:style><w:style w:type="paragraph" w:styleId="H0"><w:basedOn w:val="H"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            """
        );

    private bool Chance(int of) => random.Next(of) == 0;

    private void Add(Part part, bool standsAlone)
    {
        if (part.IsTable)
            body.Put(Table(part.Rows));
        else if (part.IsBlank)
            body.Put("<w:p/>");
        else if (standsAlone && Chance(6))
            body.Put(TextBox(part.Text));
        else if (standsAlone && Chance(6))
            body.Put($"<w:tbl><w:tr><w:tc>{Paragraph(part.Text, "")}</w:tc></w:tr></w:tbl>");
        else if (standsAlone && Chance(4))
            body.Put(Paragraph(part.Text, "<w:pStyle w:val=\"H\"/>"));
        else
            body.Put(Numbered(part.Text));
    }

    /// <summary>A paragraph whose number is automatic where the numbering allows it.</summary>
    private string Numbered(string text)
    {
        var match = Number().Match(ThaiNumber.ToArabicDigits(text));
        if (!match.Success || Chance(4))
            return Paragraph(text, "");
        var rest = text[match.Length..];
        var list = text[0] is >= '๐' and <= '๙' ? 1 : 0;
        var one = int.Parse(match.Groups["one"].Value, null);
        if (!match.Groups["two"].Success)
        {
            lists++;
            numbers.Put(
                $"<w:num w:numId=\"{lists}\"><w:abstractNumId w:val=\"{list}\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"{one}\"/></w:lvlOverride></w:num>"
            );
            (first, second) = (one, 0);
            return Paragraph(rest, $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{lists}\"/></w:numPr>");
        }

        var two = int.Parse(match.Groups["two"].Value, null);
        if (lists == 0 || one != first || two != second + 1)
            return Paragraph(text, "");
        second = two;
        return Paragraph(rest, $"<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"{lists}\"/></w:numPr>");
    }

    private string Paragraph(string text, string properties) =>
        Chance(12) && text.Length > 1
            ? $"<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{Runs(text[..1])}</w:p><w:p><w:pPr>{properties}</w:pPr>{Runs(text[1..])}</w:p>"
            : $"<w:p><w:pPr>{properties}</w:pPr>{Noise()}{Runs(text)}</w:p>";

    private string TextBox(string text)
    {
        var inner = $"<w:txbxContent>{Paragraph(text, "")}</w:txbxContent>";
        return $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    }

    private string Table(IReadOnlyList<string[]> rows)
    {
        var table = new StringBuilder("<w:tbl>");
        var merge = Chance(2);
        foreach (var (index, row) in rows.Index())
        {
            table.Put("<w:tr>");
            for (var column = 0; column < row.Length; )
            {
                var width = merge && row[column].Length > 0 ? Dress.Width(row, column) : 1;
                var below = row[column].Length == 0 && index > 0 && merge;
                table.Put(
                    $"<w:tc><w:tcPr><w:gridSpan w:val=\"{width * 2}\"/>{(below ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>")}</w:tcPr>{Paragraph(row[column], "")}</w:tc>"
                );
                column += width;
            }

            table.Put("</w:tr>");
            if (Chance(6))
                table.Put($"<w:tr><w:trPr><w:del w:id=\"9\"/></w:trPr><w:tc>{Paragraph("999,999", "")}</w:tc></w:tr>");
        }

        return table.Put("</w:tbl>").ToString();
    }

    private string Runs(string text) => string.Concat(Dress.Pieces(text, random).Select(Run));

    private string Run(string text)
    {
        var run =
            $"<w:r><w:rPr><w:lang w:bidi=\"th-TH\"/></w:rPr><w:t xml:space=\"preserve\">{Dress.Xml(text)}</w:t></w:r>";
        run = text switch
        {
            "☑" => "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>",
            _ => run,
        };
        var before = Chance(3) ? Noise() : "";
        return before
            + random.Next(8) switch
            {
                0 => $"<w:ins w:id=\"1\">{run}</w:ins>",
                1 => $"<w:hyperlink r:id=\"x\">{run}</w:hyperlink>",
                2 => $"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
                3 => $"<w:fldSimple w:instr=\"REF 9\">{run}</w:fldSimple>",
                4 =>
                    $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE 999</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{run}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                _ => run,
            };
    }

    /// <summary>What is in a paragraph without being printed.</summary>
    private string Noise() =>
        random.Next(6) switch
        {
            0 => "<w:del w:id=\"2\"><w:r><w:delText>999</w:delText></w:r></w:del>",
            1 => "<w:moveFrom w:id=\"3\"><w:r><w:t>999</w:t></w:r></w:moveFrom>",
            2 => "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"b\"/>",
            3 => "<w:r><w:lastRenderedPageBreak/></w:r>",
            4 =>
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>คลิก 999</w:t></w:r></w:sdtContent></w:sdt>",
            _ => "",
        };

    [GeneratedRegex(@"^(?<one>[0-9]{1,2})\.(?<two>[0-9]{1,2})? (?=\S)")]
    private static partial Regex Number();
}
