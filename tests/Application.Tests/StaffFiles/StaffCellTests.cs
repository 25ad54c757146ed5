using System.Globalization;
using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Forms;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>Numbers that spreadsheets change, and last days that are none.</summary>
public sealed class StaffCellTests
{
    private static readonly string[] Headers =
    [
        "รหัสบุคลากร",
        "ชื่อ - สกุล",
        "ประเภท",
        "ตำแหน่ง",
        "วันเริ่ม",
        "ถึงวันที่",
        "ผู้บังคับบัญชา",
    ];

    private static readonly string[] Somebody =
    [
        "0007",
        "นายประภาส ใจกว้าง",
        "ข้าราชการครู",
        "ครู",
        "1/10/2563",
        "",
        "",
    ];

    [Theory]
    [InlineData("12.5", null)]
    [InlineData("12.0000001", null)]
    [InlineData("0.5", null)]
    [InlineData("1E3", "1000")]
    [InlineData("12", "12")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("1000000000000000", null)]
    [InlineData("12345678901234567", null)]
    [InlineData("-12", null)]
    [InlineData("12.5", null, "0")]
    [InlineData("12", "000012", "000000")]
    [InlineData("1234", null, "#,##0")]
    [InlineData("12", null, "\"EMP-\"0000")]
    [InlineData("44105", null, "d/m/yyyy")]
    public void A_number_in_a_cell_is_a_staff_number_only_as_it_was_entered(
        string value,
        string? number,
        string? format = null
    )
    {
        var rows = (string[][])[Headers, ["", .. Somebody[1..]]];
        foreach (var column in (string[])["A", "G"])
        {
            var cells = string.Concat(
                rows.Select(
                    (row, y) =>
                        $"<row r=\"{y + 1}\">{string.Concat(row.Select((text, x) => Cell($"{(char)('A' + x)}{y + 1}", text)))}</row>"
                )
            );
            string Cell(string name, string text) =>
                name == column + "2" ? $"<c r=\"{name}\" s=\"{(format is null ? 0 : 3)}\"><v>{value}</v></c>"
                : text.Length == 0 ? ""
                : $"<c r=\"{name}\" t=\"inlineStr\"><is><t>{Dress.Xml(text)}</t></is></c>";
            Check(ExcelFile.Package(cells, format: format), column == "A" ? 0 : 6, number);
        }
    }

    [Theory]
    [InlineData("12.5", null)]
    [InlineData("12,5", null)]
    [InlineData("๑๒.๕", null)]
    [InlineData("1,234", null)]
    [InlineData("1,234,567.00", null)]
    [InlineData("-5", null)]
    [InlineData("1234567890123450", null)]
    [InlineData("12345678901234500", null)]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("61.01.001", "61.01.001")]
    [InlineData("ก-12.5", "ก-12.5")]
    [InlineData("12-5", "12-5")]
    [InlineData("๐๐๑๒", "0012")]
    public void A_text_is_a_staff_number_unless_it_is_an_amount_or_was_rounded(string text, string? number)
    {
        Check(Csv(text, ""), 0, number);
        Check(Csv("0001", "", text), 6, number);
        // A text in an Excel file is not rounded.
        if (text.Length > 15)
            Check(Table.Excel([Headers, [text, .. Somebody[1..]]]), 0, text);
    }

    /// <summary>For numbers of any length: what is read is what was entered, or it is a fault.</summary>
    [Fact]
    public void No_number_is_ever_read_as_another_one()
    {
        var random = new Random(18);
        for (var i = 0; i < 500; i++)
        {
            var entered = string.Concat(Enumerable.Range(0, random.Next(1, 22)).Select(_ => random.Next(10)));
            // What a spreadsheet stores of it.
            var stored = double.Parse(entered, CultureInfo.InvariantCulture)
                .ToString("G15", CultureInfo.InvariantCulture);
            var cells =
                $"<row r=\"1\">{string.Concat(Headers.Select((text, x) => $"<c r=\"{(char)('A' + x)}1\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>"
                + $"<row r=\"2\"><c r=\"A2\"><v>{stored}</v></c>{string.Concat(Somebody.Skip(1).Select((text, x) => text.Length == 0 ? "" : $"<c r=\"{(char)('B' + x)}2\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";
            var file = Registry.Read(ExcelFile.Package(cells)).Value;
            var read = file.Rows.ShouldHaveSingleItem().StaffNumber;
            if (read is null)
                file.Faults.ShouldHaveSingleItem().Column.ShouldBe(Headers[0]);
            else
                read.ShouldBe(entered.TrimStart('0').PadLeft(1, '0'));
        }
    }

    [Theory]
    [InlineData("ปัจจุบัน")]
    [InlineData("ถึงปัจจุบัน")]
    [InlineData("จนถึงปัจจุบัน")]
    [InlineData("ปัจจุบัน.")]
    [InlineData("ยังดำรงตำแหน่งอยู่")]
    [InlineData("Present")]
    [InlineData("to present")]
    [InlineData("until now")]
    [InlineData("-")]
    [InlineData(" – ")]
    [InlineData("--")]
    [InlineData("−")]
    [InlineData("‑")]
    [InlineData("…")]
    public void A_last_day_that_is_not_known_yet_is_none(string text)
    {
        foreach (var (dress, make) in Table.Dresses)
        {
            if (dress.StartsWith("Windows", StringComparison.Ordinal) && text is "−" or "‑")
                continue;
            var file = Registry.Read(make([Headers, [.. Somebody[..5], text, ""]])).Value;
            file.Faults.ShouldBeEmpty(dress);
            file.Rows.ShouldHaveSingleItem().To.ShouldBeNull(dress);
        }

        var registry = new Registry();
        registry.Import(Csv("0007", text)).Value.ShouldBe(1);
        registry.Import(Csv("0007", text)).Value.ShouldBe(0);
    }

    [Fact]
    public void An_appointment_with_a_last_day_on_record_is_not_held_at_present()
    {
        var registry = new Registry();
        registry.Import(Csv("0007", "30/9/2565")).Value.ShouldBe(1);
        registry.Import(Csv("0007", "")).Value.ShouldBe(0);
        var fault = registry
            .Import(Csv("0007", "ปัจจุบัน"))
            .Error.ShouldBeOfType<StaffFileRefused>()
            .Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((2, "ถึงวันที่"));
    }

    [Theory]
    [InlineData("ปัจจุบัน", "")]
    [InlineData("1/10/2563", "สิ้นปี")]
    [InlineData("1/10/2563", "ไม่ปัจจุบัน")]
    public void Other_words_are_no_days(string from, string to) =>
        Registry
            .Read(Encoding.UTF8.GetBytes(Table.Csv([Headers, [.. Somebody[..4], from, to, ""]])))
            .Value.Faults.ShouldHaveSingleItem();

    private static byte[] Csv(string number, string to, string supervisor = "") =>
        Encoding.UTF8.GetBytes(Table.Csv([Headers, [number, .. Somebody[1..5], to, supervisor]]));

    private static void Check(byte[] content, int column, string? number)
    {
        var file = Registry.Read(content).Value;
        var row = file.Rows.ShouldHaveSingleItem();
        (column == 0 ? row.StaffNumber : row.Supervisor).ShouldBe(number);
        if (number is not null)
            file.Faults.ShouldBeEmpty();
        else
            (file.Faults.ShouldHaveSingleItem() is var fault ? (fault.Row, fault.Column) : default).ShouldBe(
                (2, Headers[column])
            );
    }
}
