using System.Globalization;
using System.Text;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>Puts a plan's text into a sheet, as offices keep their plans in spreadsheets.</summary>
internal sealed class ExcelFile(Random random)
{
    private const string Names =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly StringBuilder rows = new();
    private readonly StringBuilder merges = new();
    private readonly List<string> strings = [];
    private readonly int left = random.Next(3);
    private readonly bool hasBorders = random.Next(2) == 0;
    private int row;

    public static byte[] Of(string text, Random random)
    {
        var file = new ExcelFile(random);
        foreach (var part in Part.Of(text))
            file.Add(part);
        return file.Package();
    }

    public static byte[] Package(
        string rows,
        string behind = "",
        string columns = "",
        string strings = "",
        string more = "",
        string? format = null
    ) =>
        Dress.Zip(
            (
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                $"<workbook {Names}><sheets><sheet name=\"แผน\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"ซ่อน\" sheetId=\"2\" state=\"hidden\" r:id=\"b\"/></sheets></workbook>"
            ),
            (
                "xl/styles.xml",
                $"<styleSheet {Names}><numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"{Dress.Xml(format ?? "[$-D07041E]#,##0")}\"/></numFmts><fonts><font/><font><strike/></font></fonts><borders><border><left/></border><border><left style=\"thin\"/></border></borders><cellXfs><xf numFmtId=\"0\" borderId=\"0\"/><xf numFmtId=\"{(format is null ? 0 : 200)}\" borderId=\"1\"/><xf numFmtId=\"3\" borderId=\"1\"/><xf numFmtId=\"200\" borderId=\"1\"/><xf numFmtId=\"9\" borderId=\"1\"/><xf numFmtId=\"14\" borderId=\"1\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>"
            ),
            ("xl/sharedStrings.xml", $"<sst {Names}>{strings}</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                $"<worksheet {Names}>{columns}<sheetData>{rows}</sheetData>{behind}</worksheet>"
            ),
            ("xl/worksheets/sheet2.xml", $"<worksheet {Names}><sheetData>{more}</sheetData></worksheet>")
        );

    private byte[] Package() =>
        Package(
            rows.ToString(),
            merges.Length > 0 ? $"<mergeCells>{merges}</mergeCells>" : "",
            strings: string.Concat(strings)
        );

    private bool Chance(int of) => random.Next(of) == 0;

    private void Add(Part part)
    {
        if (part.IsBlank)
        {
            row += random.Next(1, 4);
            return;
        }

        var isDrawn = part.IsTable && hasBorders;
        foreach (var cells in part.Rows)
        {
            row++;
            if (Chance(8))
            {
                rows.Put($"<row r=\"{row}\" hidden=\"1\"><c r=\"{Name(0)}\"><v>999999</v></c></row>");
                row++;
            }

            rows.Put($"<row r=\"{row}\">");
            for (var column = 0; column < cells.Length; column++)
            {
                if (cells[column].Length > 0)
                    rows.Put(Cell(cells[column], column, isDrawn));
                else if (isDrawn)
                    rows.Put($"<c r=\"{Name(column)}\" s=\"1\"/>");
                if (part.IsTable && cells[column].Length > 0 && Dress.Width(cells, column) > 1 && Chance(3))
                    merges.Put($"<mergeCell ref=\"{Name(column)}:{Name(column + Dress.Width(cells, column) - 1)}\"/>");
            }

            rows.Put("</row>");
        }
    }

    private string Cell(string text, int column, bool isDrawn)
    {
        var style = isDrawn ? 1 : 0;
        if (
            decimal.TryParse(
                ThaiNumber.ToArabicDigits(text),
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= 1000
            && text.Contains(',', StringComparison.Ordinal)
        )
        {
            var formula = Chance(3) ? $"<f>{(number - 1).ToString(CultureInfo.InvariantCulture)}+1</f>" : "";
            return $"<c r=\"{Name(column)}\" s=\"{(text[0] > '9' ? 3 : 2)}\">{formula}<v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>";
        }

        if (Chance(3))
            return $"<c r=\"{Name(column)}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Dress.Xml(text)}</t></is></c>";
        strings.Add(
            $"<si>{string.Concat(Dress.Pieces(text, random).Select(piece => $"<r><rPr><b/></rPr><t xml:space=\"preserve\">{Dress.Xml(piece)}</t></r>"))}<rPh sb=\"0\" eb=\"1\"><t>999</t></rPh></si>"
        );
        return $"<c r=\"{Name(column)}\" s=\"{style}\" t=\"s\"><v>{strings.Count - 1}</v></c>";
    }

    private string Name(int column) => $"{(char)('A' + left + column)}{row}";
}
