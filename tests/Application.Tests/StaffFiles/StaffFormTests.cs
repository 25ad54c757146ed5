using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Forms;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>What lists say by their form: headings, signatures, what is hidden, struck through, or on other sheets.</summary>
public sealed class StaffFormTests
{
    private static readonly string[] Headers = ["ที่", "ชื่อ - สกุล", "ประเภท", "ตำแหน่ง", "วันเริ่ม"];
    private static readonly string[] First = ["1", "นายประภาส ใจกว้าง", "ข้าราชการครู", "ครู", "1/10/2563"];
    private static readonly string[] Second = ["2", "นางมานี ใจดี", "ข้าราชการครู", "ครู", "1/10/2563"];
    private static readonly string[] Third = ["3", "นายปิติ พอใจ", "ข้าราชการครู", "ครู", "1/10/2563"];

    /// <summary>Rows about nobody, their cells separated by |.</summary>
    public static TheoryData<string> Others { get; } =
    [
        "รวม|3 คน",
        "|รวมทั้งสิ้น|3|3",
        "|รวม||3 คน",
        "ยอดยกมา|||25",
        "ยอดยกไป|27 คน||27",
        "หมายเหตุ|ข้อมูลนี้ยังไม่รวมผู้ลาศึกษาต่อ|x|y",
        "|หมายเหตุ ข้อมูล ณ วันที่ 1 ตุลาคม 2568||x",
        "ลงชื่อ|........................|ผู้รายงาน|x",
        "|ลงชื่อ..............ผู้จัดทำ||ลงชื่อ............ผู้รับรอง",
        "|(นายสมชาย ใจกล้า)||(นางสมศรี ใจกล้า)",
        "|(นายสมชาย ใจกล้า)",
        "|||ผู้อำนวยการโรงเรียน|1 ธันวาคม 2568",
        "||ข้าราชการครู|ครู",
        "4||ข้าราชการครู|ครู",
        "4|ว่าง|ข้าราชการครู|ครู",
        "4|||ครู",
        "|ขอรับรองว่าข้อมูลถูกต้อง||x",
        "Total|3|3|3",
        "จำนวน|3 คน|ชาย 1|หญิง 2",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Rows_about_nobody_are_told_and_left_out(string cells)
    {
        var other = cells.Split('|');
        string[][][] lists =
        [
            [Headers, First, Second, other],
            [Headers, First, other, Second],
        ];
        // What stands below a signature is no list any more.
        foreach (
            var rows in other.Any(text => text.StartsWith("ลงชื่อ", StringComparison.Ordinal)) ? lists[..1] : lists
        )
        {
            foreach (var (dress, make) in Table.Dresses)
            {
                var file = Registry.Read(make(rows)).Value;
                if (other is ["", "", "", _, var day] && day.Length > 0)
                {
                    // With a first day, a name may be missing.
                    file.Faults.Select(fault => fault.Row).Distinct().ShouldHaveSingleItem(dress);
                    continue;
                }

                file.Faults.ShouldBeEmpty(dress);
                file.Rows.Count.ShouldBe(2, dress);
                file.IgnoredRows.ShouldBe([Array.IndexOf(rows, other) + 1], dress);
            }
        }
    }

    [Fact]
    public void What_stands_below_a_signature_is_about_nobody()
    {
        string[][] rows =
        [
            Headers,
            First,
            ["", "ลงชื่อ ...............", "", "ลงชื่อ ..............."],
            ["", "นายสมชาย ใจกล้า", "", "นางสมศรี ใจกล้า"],
            ["", "ผู้อำนวยการกลุ่ม", "", "ผู้อำนวยการสำนักงาน"],
            ["", "1 ธ.ค. 2568", "", "1 ธ.ค. 2568"],
        ];
        var file = Registry.Read(Csv(rows)).Value;
        file.Faults.ShouldBeEmpty();
        file.IgnoredRows.ShouldBe([3, 4, 5, 6]);
        // Whoever has a category or a first day is somebody even there.
        Registry.Read(Csv([.. rows, Second])).Value.Rows.Count.ShouldBe(2);
        Registry.Read(Csv([.. rows, [.. Second[..4], ""]])).Value.Faults.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("โรงเรียนบ้านหนองแวง", "0430001")]
    [InlineData("บ้านหนองแวง", "0430001")]
    [InlineData("1. โรงเรียนบ้านหนองแวง", "0430001")]
    [InlineData("๑) ร.ร.บ้านหนองแวง  จำนวน ๑๒ คน", "0430001")]
    [InlineData("โรงเรียน บ้านหนองแวง (12 คน)", "0430001")]
    [InlineData("โรงเรียนบ้านหนองแวง อำเภอเมือง", "0430001")]
    [InlineData("0430001 โรงเรียนบ้านหนองแวง", "0430001")]
    [InlineData("โรงเรียนบ้านหนองแวง (0430001)", "0430001")]
    [InlineData("สำนักงาน", "")]
    [InlineData("สำนักงานเขตพื้นที่การศึกษา", "")]
    [InlineData("กลุ่มอำนวยการ", "unit 1")]
    [InlineData("หน่วยตรวจสอบภายใน 3 คน", "unit 9")]
    [InlineData("โรงเรียนบ้านหนองแวงใหญ่", null)]
    [InlineData("โรงเรียนบ้านหนองแวง สาขาดงน้อย", null)]
    [InlineData("โรงเรียนที่ไม่มี", null)]
    [InlineData("รร.ที่ไม่มี", null)]
    [InlineData("ข้าราชการครู", "")]
    [InlineData("กลุ่มสาระการเรียนรู้ภาษาไทย", "")]
    [InlineData("บ้านสว่าง", "")]
    public void People_below_a_heading_work_where_it_says_or_it_is_a_fault(string heading, string? place)
    {
        foreach (var (dress, make) in Table.Dresses)
        {
            var registry = new Registry();
            var file = make([Headers, [heading], First, Second]);
            var result = registry.Import(file);
            if (place is null)
            {
                result
                    .Error.ShouldBeOfType<StaffFileRefused>(dress)
                    .Faults.Select(fault => fault.Row)
                    .ShouldBe([3, 4], dress);
                continue;
            }

            result.Value.ShouldBe(2, dress);
            registry.Places.ShouldBe([place, place], dress);
            registry.Notices.ShouldHaveSingleItem(dress).Rows.ShouldBe([3, 4], dress);
            registry.Import(file).Value.ShouldBe(0, dress);
            registry.Notices.ShouldBeEmpty(dress);
        }
    }

    [Fact]
    public void Headings_hold_until_the_next_place_and_headings_of_kinds_do_not_end_them()
    {
        var registry = new Registry();
        registry
            .Import(
                Csv([
                    Headers,
                    ["โรงเรียนบ้านหนองแวง"],
                    ["ข้าราชการครู"],
                    First,
                    ["บ้านโพธิ์", "", "12 คน"],
                    Second,
                    ["รวม บ้านโพธิ์", "1 คน"],
                    ["กลุ่มอำนวยการ"],
                    Third,
                ])
            )
            .Value.ShouldBe(3);
        registry.Places.ShouldBe(["0430001", "0430002", "unit 1"]);
        // A heading that is no place among those that are leaves it open.
        new Registry()
            .Import(Csv([Headers, ["บ้านโพธิ์"], First, ["บ้านสว่าง"], Second]))
            .Error.ShouldBeOfType<StaffFileRefused>()
            .Faults.ShouldHaveSingleItem()
            .Row.ShouldBe(5);
    }

    [Theory]
    [InlineData("รายชื่อข้าราชการครูและบุคลากร โรงเรียนบ้านหนองแวง", "0430001")]
    [InlineData("โรงเรียนบ้านหนองแวง สพป.หนองคาย เขต 2", "0430001")]
    [InlineData("บัญชีรายชื่อ ร.ร.บ้านหนองแวง ปีการศึกษา 2568", "0430001")]
    [InlineData("รายชื่อผู้เข้าประชุม ณ โรงเรียนบ้านหนองแวง", "")]
    [InlineData("รายชื่อครูโรงเรียนในสังกัด", "")]
    [InlineData("รายชื่อครูโรงเรียนบ้านหนองแวงและโรงเรียนบ้านโพธิ์", "")]
    [InlineData("บัญชีรายชื่อ", "")]
    public void A_title_that_names_one_school_says_where_its_people_work(string title, string place)
    {
        var registry = new Registry();
        registry
            .Import(
                Csv([
                    [title],
                    Headers,
                    First,
                    Second,
                ])
            )
            .Value.ShouldBe(2);
        registry.Places.ShouldBe([place, place]);
        registry
            .Notices.ShouldHaveSingleItem()
            .Message.English.Contains("office itself", StringComparison.Ordinal)
            .ShouldBe(place.Length == 0);
    }

    /// <summary>What a row says itself goes before the heading above it.</summary>
    [Fact]
    public void People_without_a_school_among_others_are_told()
    {
        var registry = new Registry();
        string[] headers = [.. Headers, "โรงเรียน"];
        registry
            .Import(
                Csv([
                    ["โรงเรียนอนุบาลเมือง"],
                    headers,
                    [.. First, "บ้านโพธิ์"],
                    [.. Second, ""],
                    [.. Third, "สำนักงาน"],
                ])
            )
            .Value.ShouldBe(3);
        registry.Places.ShouldBe(["0430002", "0430003", ""]);
        registry = new Registry();
        registry.Import(Csv([headers, [.. First, "บ้านโพธิ์"], [.. Second, ""], [.. Third, "-"]])).Value.ShouldBe(3);
        registry.Places.ShouldBe(["0430002", "", ""]);
        registry.Notices.ShouldHaveSingleItem().Rows.ShouldBe([3, 4]);
    }

    [Fact]
    public void What_is_struck_through_or_hidden_is_told_with_its_place()
    {
        var file = Registry
            .Read(
                ExcelFile.Package(
                    Rows([Headers, First, Second, Third], (x, y) => y == 1 || (x, y) == (3, 2) ? 6 : 0),
                    columns: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>"
                )
            )
            .Value;
        file.Faults.ShouldBeEmpty();
        file.Rows.Count.ShouldBe(3);
        file.Notices.Select(notice => (string.Join(' ', notice.Rows), notice.Column, notice.Message.English))
            .ShouldBe([
                ("", "ประเภท", "is hidden, and was read all the same."),
                (
                    "2",
                    null,
                    "is struck through, and was read all the same; delete it if the person is no longer in the list."
                ),
                ("3", "ตำแหน่ง", "is struck through, and was read all the same; delete it if it does not hold."),
            ]);
    }

    [Theory]
    [InlineData("<r><rPr><strike/></rPr><t>นางมานี ใจร้าย</t></r><r><t> นางมานี ใจดี</t></r>", 0, "part")]
    [InlineData("<r><rPr><strike/></rPr><t>นางมานี ใจดี</t></r>", 0, "all")]
    [InlineData("<r><rPr><strike val=\"0\"/></rPr><t>นางมานี ใจดี</t></r>", 6, "none")]
    [InlineData("<r><rPr><b/></rPr><t>นางมานี</t></r><r><t> ใจดี</t></r>", 6, "part")]
    [InlineData("<r><rPr><strike/></rPr><t>นางมานี</t></r><r><t> ใจดี</t></r>", 6, "all")]
    [InlineData("<r><rPr><b/></rPr><t>นางมานี</t></r><r><rPr><strike/></rPr><t> </t></r><r><t>ใจดี</t></r>", 0, "none")]
    [InlineData("<t>นางมานี ใจดี</t>", 6, "all")]
    public void Names_that_are_struck_through_in_part_are_faults(string text, int style, string struck)
    {
        var rows = Rows([Headers, First], (_, _) => 0)
            .Replace(
                "<c r=\"B2\" s=\"0\" t=\"inlineStr\"><is><t>นายประภาส ใจกว้าง</t></is></c>",
                $"<c r=\"B2\" s=\"{style}\" t=\"s\"><v>0</v></c>",
                StringComparison.Ordinal
            );
        var file = Registry.Read(ExcelFile.Package(rows, strings: $"<si>{text}</si>")).Value;
        file.Faults.Select(fault => (fault.Row, fault.Column)).ShouldBe(struck == "part" ? [(2, "ชื่อ - สกุล")] : []);
        file.Rows.ShouldHaveSingleItem().Name.ShouldBe(struck == "part" ? null : "มานี ใจดี");
        file.Notices.Count.ShouldBe(struck == "all" ? 1 : 0);
    }

    [Fact]
    public void Sheets_that_are_not_read_are_told()
    {
        var rows = Rows([Headers, First], (_, _) => 0);
        var file = Registry.Read(ExcelFile.Package(rows, more: rows)).Value;
        file.Rows.ShouldHaveSingleItem();
        file.Notices.ShouldHaveSingleItem().Message.English.ShouldContain("hidden sheets, which were not read");
    }

    [Fact]
    public void A_unit_that_the_office_does_not_have_is_refused_with_those_it_has()
    {
        var fault = new Registry()
            .Import(
                Csv([
                    [.. Headers, "กลุ่มงาน"],
                    [.. First, "กลุ่มที่ไม่มี"],
                ])
            )
            .Error.ShouldBeOfType<StaffFileRefused>()
            .Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((2, "กลุ่มงาน"));
        foreach (var unit in (string[])["กลุ่มอำนวยการ", "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา", "หน่วยตรวจสอบภายใน"])
            $"{fault.Message}".ShouldContain(unit);
    }

    private static byte[] Csv(string[][] rows) => Encoding.UTF8.GetBytes(Table.Csv(rows));

    /// <summary>The rows of a sheet, each cell with a style.</summary>
    private static string Rows(string[][] rows, Func<int, int, int> style) =>
        string.Concat(
            rows.Select(
                (row, y) =>
                    $"<row r=\"{y + 1}\">{string.Concat(row.Select((text, x) => $"<c r=\"{(char)('A' + x)}{y + 1}\" s=\"{style(x, y)}\" t=\"inlineStr\"><is><t>{Dress.Xml(text)}</t></is></c>"))}</row>"
            )
        );
}
