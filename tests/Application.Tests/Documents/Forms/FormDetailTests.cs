using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>What the forms of files have that texts do not have: automatic numbers, formulas, formats, hidden parts.</summary>
public sealed class FormDetailTests
{
    private const string Title =
        "<w:p><w:r><w:t>แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. 2567</w:t></w:r></w:p><w:p/>"
        + "<w:p><w:r><w:t>สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1</w:t></w:r></w:p><w:p/>";

    public static TheoryData<string, string[]> Formats { get; } =
        new()
        {
            { "decimal", ["1.", "2.", "3."] },
            { "thaiNumbers", ["๑.", "๒.", "๓."] },
            { "thaiLetters", ["ก.", "ข.", "ค."] },
            { "thaiCounting", ["หนึ่ง.", "สอง.", "สาม."] },
            { "upperRoman", ["I.", "II.", "III."] },
            { "lowerLetter", ["a.", "b.", "c."] },
            { "decimalZero", ["01.", "02.", "03."] },
        };

    public static TheoryData<string, string, string> Numbers { get; } =
        new()
        {
            { "1234567.5", "#,##0.00", "1,234,567.50" },
            { "1234567", "t#,##0", "๑,๒๓๔,๕๖๗" },
            { "1234567", "[$-D07041E]#,##0", "๑,๒๓๔,๕๖๗" },
            { "0.805", "0.0%", "80.5%" },
            { "0", "_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "-" },
            { "-5", "#,##0;(#,##0)", "-5" },
            { "2500", "#,##0 \"บาท\"", "2,500" },
            { "45261", "d/m/bbbb", "1/12/2566" },
            { "45261", "[$-107041E]d mmm yy;@", "1 ธ.ค. 66" },
            { "45261", "[$-D07041E]d mmmm yyyy", "๑ ธันวาคม ๒๕๖๖" },
            { "45261", "ว/ด/ปปปป", "1/12/2566" },
            { "45261.5", "yyyy-mm-dd hh:mm", "2023-12-01 12:00" },
            { "0.1", "General", "0.1" },
            { "1E+3", "General", "1000" },
            { "3", "x\"3", "3" },
        };

    [Fact]
    public void A_unit_in_merged_cells_is_that_of_each_indicator()
    {
        var html = new StringBuilder();
        foreach (var line in VariedPlan.Text.Split('\n'))
        {
            var cells = line.Split('\t').ToList();
            var isFirst = line.StartsWith("1\tร้อยละ", StringComparison.Ordinal);
            if (line.StartsWith("2\tร้อยละ", StringComparison.Ordinal))
                cells.RemoveAt(2);
            var row = cells.Select((cell, index) => $"<td{(isFirst && index == 2 ? " rowspan=2" : "")}>{cell}</td>");
            html.Append(cells.Count == 1 ? $"</table><p>{line}</p><table>" : $"<tr>{string.Concat(row)}</tr>");
        }

        var plan = Plans.Read(Encoding.UTF8.GetBytes($"<html><body><table>{html}</table></body></html>")).Value;
        plan.StrategicPlan.Strategies[0].Indicators.Select(one => one.Unit).ShouldBe(["ร้อยละ", "ร้อยละ"]);
        plan.Reading!.Unread.ShouldAllBe(passage => !passage.Text.Contains("ว่าง", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Automatic_numbers_are_those_that_are_printed(string format, string[] printed)
    {
        var items = string.Concat(
            Enumerable.Repeat(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>ข้อความ</w:t></w:r></w:p>",
                3
            )
        );
        var numbering =
            $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        Texts(WordFile.Package(Title + items, numbering))
            .Where(text => text.EndsWith("ข้อความ", StringComparison.Ordinal))
            .ShouldBe(printed.Select(number => $"{number} ข้อความ"));
    }

    [Fact]
    public void Levels_restart_and_start_where_the_numbering_says()
    {
        const string numbering =
            "<w:abstractNum w:abstractNumId=\"0\">"
            + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"thaiNumbers\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"thaiNumbers\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"(%3)\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
        (int Number, int Level)[] items =
        [
            (1, 0),
            (1, 1),
            (1, 1),
            (1, 2),
            (1, 0),
            (1, 1),
            (1, 2),
            (2, 1),
            (2, 1),
            (1, 0),
        ];
        var body = string.Concat(
            items.Select(item =>
                $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{item.Level}\"/><w:numId w:val=\"{item.Number}\"/></w:numPr></w:pPr><w:r><w:t>ก</w:t></w:r></w:p>"
            )
        );
        Texts(WordFile.Package(Title + body, numbering))
            .Where(text => text.EndsWith(" ก", StringComparison.Ordinal))
            .ShouldBe(["๓. ก", "๓.๑) ก", "๓.๒) ก", "(1) ก", "๔. ก", "๔.๑) ก", "(2) ก", "๔.๗) ก", "๔.๘) ก", "๕. ก"]);
    }

    [Fact]
    public void Footnotes_boxes_breaks_and_hidden_text_have_their_places()
    {
        const string body =
            "<w:p><w:r><w:t>บรรทัดหนึ่ง</w:t><w:br/><w:t>บรรทัดสอง 100</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ลับ 777</w:t></w:r></w:p>"
            + "<w:p><w:r><w:br w:type=\"page\"/><w:t>หน้าสอง</w:t></w:r><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        var plan = Plans
            .Read(
                WordFile.Package(
                    Title + body,
                    notes: "<w:footnote w:id=\"2\"><w:p><w:r><w:t>หมายเหตุท้ายหน้า</w:t></w:r></w:p></w:footnote>"
                )
            )
            .Value;
        var texts = TextsOf(plan);
        texts.ShouldContain(text => text.Contains("บรรทัดสอง 100 1"));
        texts.ShouldContain("หน้าสอง☑");
        texts.Count(text => text.Contains("หมายเหตุท้ายหน้า")).ShouldBe(1);
        texts.ShouldNotContain(text => text.Contains("ลับ"));
        plan.Reading!.Unread.ShouldContain(one => one.Reason == UnreadReason.Hidden && one.Text == "ลับ 777");
        var items = plan.DevelopmentPlan.Sections.SelectMany(section => section.Items);
        plan.Sources.Of(items.Single(item => item.Text.StartsWith("หน้าสอง", StringComparison.Ordinal)))!
            .Page.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_of_a_sheet_is_what_a_person_sees(string value, string format, string seen)
    {
        var text = Sheet($"<row r=\"9\"><c r=\"A9\" s=\"1\"><v>{value}</v></c></row>", format);
        TextsOf(Plans.Read(text).Value).ShouldContain(seen);
    }

    [Fact]
    public void A_formula_that_makes_another_value_is_found()
    {
        const string rows =
            "<row r=\"9\"><c r=\"A9\"><v>10</v></c><c r=\"B9\"><v>20</v></c><c r=\"C9\"><f>SUM(A9:B9)</f><v>31</v></c><c r=\"D9\"><f>A9*B9/2-5+$A$9</f><v>105</v></c></row>"
            + "<row r=\"10\"><c r=\"A10\"><f t=\"shared\" si=\"0\">A9+1</f><v>11</v></c><c r=\"B10\"><f t=\"shared\" si=\"0\"/><v>22</v></c><c r=\"C10\"><f>VLOOKUP(A9,A1:B9,2)</f><v>5</v></c><c r=\"D10\"><f>SUM(A10,C10)</f></c></row>";
        var plan = Plans.Read(Sheet(rows, "0")).Value;
        FindingRules
            .Check(plan)
            .Where(found => found.Rule.Code == "FORMULA_DIFFERS")
            .Select(found => (found.Fault.Place, found.Fault.Stated, found.Fault.Computed))
            .ShouldBe([("sheet แผน/cell C9", "31", "30"), ("sheet แผน/cell B10", "22", "21")]);
        TextsOf(plan).ShouldContain("16");
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_told_and_not_read()
    {
        var file = ExcelFile.Package(
            $"{Head}<row r=\"9\"><c r=\"A9\"><v>1</v></c><c r=\"B9\"><v>2222</v></c></row><row r=\"10\" hidden=\"1\"><c r=\"A10\"><v>3333</v></c></row>",
            columns: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>",
            more: "<row r=\"1\"><c r=\"A1\"><v>4444</v></c></row>"
        );
        var plan = Plans.Read(file).Value;
        plan.Reading!.Unread.Where(one => one.Reason == UnreadReason.Hidden)
            .Select(one => one.Text)
            .ShouldBe(["แผน A10: 3333", "แผน B9: 2222", "ซ่อน A1: 4444"], ignoreOrder: true);
        TextsOf(plan).ShouldNotContain(text => text.Contains("2222") || text.Contains("3333") || text.Contains("4444"));
    }

    [Fact]
    public void Lists_and_headings_of_web_pages_are_numbered()
    {
        const string html =
            "<html><body><p>แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. 2567</p><p>สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1</p>"
            + "<ol start=4 style='list-style-type:thai'><li>ก<li>ข</ol><ol type=i><li value=9>ค</ol><p hidden>ลับ</p><p>ง<br>จ</p></body></html>";
        var plan = Plans.Read(Encoding.UTF8.GetBytes(html)).Value;
        var texts = string.Join('|', TextsOf(plan));
        texts.ShouldContain("๔. ก");
        texts.ShouldContain("๕. ข");
        texts.ShouldContain("ix. ค");
        plan.Reading!.Unread.ShouldContain(one => one.Reason == UnreadReason.Hidden && one.Text == "ลับ");
    }

    private const string Head =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. 2567</t></is></c></row>"
        + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1</t></is></c></row>";

    private static byte[] Sheet(string rows, string format) => ExcelFile.Package(Head + rows, format: format);

    private static List<string> Texts(byte[] file) => TextsOf(Plans.Read(file).Value);

    /// <summary>What was printed in the document, as headings or below them.</summary>
    private static List<string> TextsOf(PlanFile plan) =>
        [
            .. plan
                .DevelopmentPlan.Sections.SelectMany(section => (object[])[section, .. section.Items])
                .Select(part => plan.Sources.Of(part))
                .OfType<Source>()
                .SelectMany(source => source.RawText.Split('\n')),
        ];
}
