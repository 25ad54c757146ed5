using System.Text;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Application.Tests.Documents.Forms;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>What is read from lists of staff as offices have them, and what is refused with its place.</summary>
public sealed class StaffFileReaderTests
{
    private static readonly string[] Headers = ["รหัสบุคลากร", "ชื่อ - สกุล", "ประเภท", "ตำแหน่ง", "วันเริ่ม"];
    private static readonly string[] Somebody = ["0007", "นายประภาส ใจกว้าง", "ข้าราชการครู", "ครู", "1/10/2563"];

    public static TheoryData<string, string> Dates { get; } =
        new()
        {
            { "1/10/2563", "2020-10-01" },
            { "๑/๑๐/๒๕๖๓", "2020-10-01" },
            { "01-10-2020", "2020-10-01" },
            { "2020-10-01", "2020-10-01" },
            { "2563-10-01", "2020-10-01" },
            { "2020-10-01 00:00:00", "2020-10-01" },
            { "๑ ตุลาคม ๒๕๖๓", "2020-10-01" },
            { "1 ต.ค. 2563", "2020-10-01" },
            { "1 ต.ค 2563", "2020-10-01" },
            { "วันที่ 1 เดือนตุลาคม พ.ศ. 2563", "2020-10-01" },
            { "1 Oct 2020", "2020-10-01" },
            { "29/2/2563", "2020-02-29" },
            { "29/2/2562", "does not exist" },
            { "31/4/2563", "does not exist" },
            { "10/25/2020", "does not exist" },
            { "1/10/1563", "does not exist" },
            { "1/10/2663", "cannot be right" },
            { "1 ต.ค. 2644", "cannot be right" },
            { "2101-01-01", "cannot be right" },
            { "31/12/2482", "cannot be right" },
            { "1939-12-31", "cannot be right" },
            { "1/1/2483", "1940-01-01" },
            { "31/12/2643", "2100-12-31" },
            { "1/10/63", "two digits" },
            { "1 ต.ค. 63", "two digits" },
            { "43831", "is no date" },
            { "ตุลาคม 2563", "is no date" },
            { "1/10/2563 - 30/9/2564", "is no date" },
        };

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_have_one_meaning_or_none(string text, string expected)
    {
        var file = Registry.Read(Csv([.. Somebody[..4], text])).Value;
        if (DateOnly.TryParse(expected, null, out var date))
            file.Rows.ShouldHaveSingleItem().From.ShouldBe(date);
        else
            Fault(file).ShouldBe((2, "วันเริ่ม", true));
        bool IsAsExpected(StaffFault fault) => fault.Message.English.Contains(expected, StringComparison.Ordinal);
        (int?, string?, bool) Fault(StaffFile read) =>
            read.Faults.ShouldHaveSingleItem() is var one ? (one.Row, one.Column, IsAsExpected(one)) : default;
    }

    [Theory]
    [InlineData("3.41E+12")]
    [InlineData("3,41E12")]
    [InlineData("๓.๔๑E+12")]
    public void A_number_that_a_spreadsheet_shortened_is_a_fault(string number) =>
        Registry
            .Read(Csv([number, .. Somebody[1..]]))
            .Value.Faults.ShouldHaveSingleItem()
            .Message.English.ShouldContain("digits are lost");

    [Theory]
    [InlineData("นางสาวมานี ใจดี", "นางสาว", "มานี ใจดี")]
    [InlineData("น.ส. มานี   ใจดี", "นางสาว", "มานี ใจดี")]
    [InlineData("น.ส.มานี ใจดี", "นางสาว", "มานี ใจดี")]
    [InlineData("มานี ใจดี", null, "มานี ใจดี")]
    [InlineData("ว่าที่ร้อยตรีหญิง มานี ใจดี", "ว่าที่ร้อยตรีหญิง", "มานี ใจดี")]
    [InlineData("ดร.มานี ณ นคร", "ดร.", "มานี ณ นคร")]
    [InlineData("Mr. John Smith", "Mr.", "John Smith")]
    public void A_title_before_a_name_is_told_from_it(string cell, string? title, string name)
    {
        var row = Registry.Read(Csv([Somebody[0], cell, .. Somebody[2..]])).Value.Rows.ShouldHaveSingleItem();
        (row.Title, row.Name).ShouldBe((title, name));
    }

    [Theory]
    [InlineData("นาย")]
    [InlineData("มานี")]
    [InlineData("นายประภาส")]
    public void A_name_without_a_surname_is_a_fault(string name) =>
        Registry
            .Read(Csv([Somebody[0], name, .. Somebody[2..]]))
            .Value.Faults.ShouldHaveSingleItem()
            .Message.English.ShouldContain("surname");

    [Theory]
    [InlineData("พ.อ.อ.สมชาย ใจกล้า", "พ.อ.อ.", "สมชาย ใจกล้า")]
    [InlineData("ร.ต.อ.สมชาย ใจกล้า", "ร.ต.อ.", "สมชาย ใจกล้า")]
    [InlineData("ร.ต.ท. หญิง สมศรี ใจกล้า", "ร.ต.ท.หญิง", "สมศรี ใจกล้า")]
    [InlineData("ส.อ.สมชาย ใจกล้า", "ส.อ.", "สมชาย ใจกล้า")]
    [InlineData("ส.ต.ต.สมชาย ใจกล้า", "ส.ต.ต.", "สมชาย ใจกล้า")]
    [InlineData("จ.ส.อ. สมชาย ใจกล้า", "จ.ส.อ.", "สมชาย ใจกล้า")]
    [InlineData("พ.จ.อ.สมชาย ใจกล้า", "พ.จ.อ.", "สมชาย ใจกล้า")]
    [InlineData("พล.ต.ต.สมชาย ใจกล้า", "พล.ต.ต.", "สมชาย ใจกล้า")]
    [InlineData("ด.ต.สมชาย ใจกล้า", "ด.ต.", "สมชาย ใจกล้า")]
    [InlineData("น.ต.สมชาย ใจกล้า", "น.ต.", "สมชาย ใจกล้า")]
    [InlineData("พ.ต.สมชาย ใจกล้า", "พ.ต.", "สมชาย ใจกล้า")]
    [InlineData("ว่าที่ ร.ต.สมชาย ใจกล้า", "ว่าที่ ร.ต.", "สมชาย ใจกล้า")]
    [InlineData("ว่าที่ ร.ต.หญิงสมศรี ใจกล้า", "ว่าที่ ร.ต.หญิง", "สมศรี ใจกล้า")]
    [InlineData("ว่าที่ร้อยตรี หญิง สมศรี ใจกล้า", "ว่าที่ร้อยตรีหญิง", "สมศรี ใจกล้า")]
    [InlineData("เรือตรีสมุทร ใจกล้า", "เรือตรี", "สมุทร ใจกล้า")]
    [InlineData("เรืออากาศเอกสมุทร ใจกล้า", "เรืออากาศเอก", "สมุทร ใจกล้า")]
    [InlineData("พันตำรวจโทสมุทร ใจกล้า", "พันตำรวจโท", "สมุทร ใจกล้า")]
    [InlineData("จ่าอากาศตรีสมุทร ใจกล้า", "จ่าอากาศตรี", "สมุทร ใจกล้า")]
    [InlineData("ดาบตำรวจสมุทร ใจกล้า", "ดาบตำรวจ", "สมุทร ใจกล้า")]
    [InlineData("พ.อ.อ.ดร.สมชาย ใจกล้า", "พ.อ.อ.ดร.", "สมชาย ใจกล้า")]
    [InlineData("MR.Peter Pan", "Mr.", "Peter Pan")]
    [InlineData("MRS ANN LEE", "Mrs.", "ANN LEE")]
    [InlineData("Miss.Ann Lee", "Miss", "Ann Lee")]
    [InlineData("Dr.Ann O'Neil-Lee", "Dr.", "Ann O'Neil-Lee")]
    [InlineData("John F. Smith", null, "John F. Smith")]
    [InlineData("นายคุณวุฒิ ใจกล้า", "นาย", "คุณวุฒิ ใจกล้า")]
    [InlineData("คุณากร ใจกล้า", null, "คุณากร ใจกล้า")]
    [InlineData("ผ่องศรี ครูบา", null, "ผ่องศรี ครูบา")]
    [InlineData("ผองศรี ใจกล้า", null, "ผองศรี ใจกล้า")]
    [InlineData("เรืองเอก ใจกล้า", null, "เรืองเอก ใจกล้า")]
    public void Ranks_are_taken_whole_and_names_like_titles_stay(string cell, string? title, string name)
    {
        var file = Registry.Read(Csv([Somebody[0], cell, .. Somebody[2..]])).Value;
        file.Faults.ShouldBeEmpty();
        var row = file.Rows.ShouldHaveSingleItem();
        (row.Title, row.Name).ShouldBe((title, name));
    }

    [Theory]
    [InlineData("คุณสมศรี ใจกล้า", "may have a title")]
    [InlineData("คุณ สมศรี ใจกล้า", "may have a title")]
    [InlineData("อาจารย์สมศรี ใจกล้า", "may have a title")]
    [InlineData("อ.สมศรี ใจกล้า", "may have a title")]
    [InlineData("ครูสมศรี ใจกล้า", "may have a title")]
    [InlineData("ครู สมศรี ใจกล้า", "may have a title")]
    [InlineData("คุณครูสมศรี ใจกล้า", "may have a title")]
    [InlineData("ผอ.สมศรี ใจกล้า", "may have a title")]
    [InlineData("ผอ สมศรี ใจกล้า", "may have a title")]
    [InlineData("รองผอ.สมศรี ใจกล้า", "may have a title")]
    [InlineData("นายครูสมชาย ใจกล้า", "may have a title")]
    [InlineData("พลเอกสมชาย ใจกล้า", "may have a title")]
    [InlineData("พ.อ.ส.สมชาย ใจกล้า", "may have a title")]
    [InlineData("น.พ.สมชาย ใจกล้า", "may have a title")]
    [InlineData("ร.ต.สมชาย ใจกล้า ร.น.", "may have a title")]
    [InlineData("ว่าที่ร้อยตรี หญิง ใจกล้า", "may have a title")]
    [InlineData("1. นายสมเดช ใจกล้า", "without digits")]
    [InlineData("๑. นายสมเดช ใจกล้า", "without digits")]
    [InlineData("สมเดช ใจกล้า (เดช)", "without digits")]
    [InlineData("สมเดช ใจกล้า/สมศรี ใจดี", "without digits")]
    [InlineData("สมเดช ใจกล้า 😀", "without digits")]
    [InlineData("สมเดช ใจกล้า*", "without digits")]
    [InlineData("สมเดช ใจกล้า ผู้อำนวยการ", "position behind")]
    [InlineData("สมเดช ใจกล้า รองผอ.", "position behind")]
    [InlineData("สมเดช ใจกล้า ครู", "position behind")]
    [InlineData("สมเดช ใจกล้า ครูผู้ช่วย", "position behind")]
    [InlineData("สมเดช ใจกล้า ตำแหน่ง ครู", "position behind")]
    public void What_is_not_surely_a_name_is_a_fault_with_its_place(string cell, string reason)
    {
        var fault = Registry.Read(Csv([Somebody[0], cell, .. Somebody[2..]])).Value.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((2, Headers[1]));
        fault.Message.English.ShouldContain(reason);
        fault.Message.Thai.ShouldNotContain(cell);
    }

    [Theory]
    [InlineData("ตำแหน่ง ว่าง")]
    [InlineData("ตำแหน่งว่าง (รอบรรจุ)")]
    [InlineData("อัตราว่าง")]
    [InlineData("(ว่าง)")]
    [InlineData("ว่าง มีเงิน")]
    [InlineData("ไม่มี ผู้ครอง")]
    [InlineData("Vacant")]
    public void A_vacant_post_is_nobody(string cell)
    {
        var file = Registry
            .Read(Encoding.UTF8.GetBytes(Table.Csv([Headers, ["0008", cell, .. Somebody[2..]], Somebody])))
            .Value;
        (file.Rows.ShouldHaveSingleItem().Number, file.IgnoredRows.ShouldHaveSingleItem()).ShouldBe((3, 2));
        Registry.Read(Csv([Somebody[0], "นายว่าง ใจดี", .. Somebody[2..]])).Value.Rows[0].Name.ShouldBe("ว่าง ใจดี");
    }

    [Theory]
    [InlineData(true, "5", "", "นายสมชาย ใจกล้า", "", "", "")]
    [InlineData(true, "5", "", "นายสมชาย", "", "", "")]
    [InlineData(true, "5", "", "สมชาย ใจกล้า", "", "", "")]
    [InlineData(true, "5", "", "Ann Lee", "", "", "")]
    [InlineData(true, "", "", "รวมพร ใจกล้า", "ข้าราชการครู", "ครู", "")]
    [InlineData(true, "", "", "รวม ใจกล้า", "ข้าราชการครู", "", "")]
    [InlineData(true, "5", "", "รวม ใจกล้า", "", "", "")]
    [InlineData(false, "", "", "นายสมชาย ใจกล้า", "", "", "")]
    [InlineData(false, "ลงชื่อ", "", "นายสมชาย ใจกล้า", "", "", "")]
    [InlineData(false, "2", "", "กลุ่มสาระ วิทยาศาสตร์", "", "", "")]
    [InlineData(false, "2", "", "โรงเรียนบ้าน โพธิ์", "", "", "")]
    [InlineData(false, "2", "", "ครู อัตราจ้าง", "", "", "")]
    [InlineData(false, "", "", "รวม ครู", "20", "5", "")]
    [InlineData(false, "", "", "รวมข้าราชการ ครู", "ข้าราชการครู", "", "")]
    [InlineData(false, "", "", "รวม", "3 คน", "", "")]
    [InlineData(false, "1", "", "25 คน", "", "", "")]
    [InlineData(false, "1", "2", "3", "4", "5", "6")]
    public void A_row_with_a_name_and_little_else_is_somebody(bool isPerson, params string[] cells)
    {
        var file = Registry
            .Read(
                Encoding.UTF8.GetBytes(
                    Table.Csv([
                        ["ลำดับ", .. Headers],
                        ["1", .. Somebody],
                        cells,
                    ])
                )
            )
            .Value;
        file.IgnoredRows.Contains(3).ShouldBe(!isPerson);
        file.Faults.Any(fault => fault.Row == 3).ShouldBe(isPerson);
    }

    [Fact]
    public void Titles_blank_rows_headings_totals_and_notes_around_the_table_are_told_and_not_read()
    {
        string[][] rows =
        [
            ["บัญชีรายชื่อข้าราชการครู"],
            ["สพป.หนองคาย เขต 2"],
            [],
            ["ลำดับ", .. Headers],
            ["1", .. Somebody],
            [],
            ["กลุ่มสาระวิทยาศาสตร์"],
            ["2", "0008", "มานี ใจดี", "ข้าราชการครู", "ครู", "1/10/2563"],
            ["ลำดับ", .. Headers],
            ["3", "0009", "รวม ใจดี", "ข้าราชการครู", "ครู", "1/10/2563"],
            ["รวม", "", "3 คน"],
            ["", "รวมทั้งสิ้น", "3 คน"],
            ["หมายเหตุ ข้อมูล ณ วันที่ 1 ต.ค. 2563"],
        ];
        foreach (var (dress, make) in Table.Dresses)
        {
            var file = Registry.Read(make(rows)).Value;
            file.Rows.Select(row => row.Number).ShouldBe([5, 8, 10], dress);
            file.IgnoredRows.ShouldBe([7, 9, 11, 12, 13], dress);
            file.Columns.Select(column => (column.Name, column.Field is not null))
                .ShouldBe([("A", false), ("B", true), ("C", true), ("D", true), ("E", true), ("F", true)], dress);
            file.Examples["B"].ShouldBe(["0007", "0008", "0009"], dress);
            file.Examples["F"].ShouldBe(["2020-10-01", "2020-10-01", "2020-10-01"], dress);
        }
    }

    [Fact]
    public void Rows_are_counted_as_spreadsheets_show_them_also_behind_line_breaks_in_cells()
    {
        var text =
            "รหัสบุคลากร,ชื่อ-สกุล,ประเภท,ตำแหน่ง,วันเริ่ม\r\n\r\n0007,ก ข,ครู,\"ครู\r\nผู้ช่วย\",x\r\n\r\n0008,ค ง,ครู,ครู,y\r\n";
        var file = Registry.Read(Encoding.UTF8.GetBytes(text)).Value;
        file.Rows.Select(row => row.Number).ShouldBe([3, 5]);
        file.Rows[0].Position.ShouldBe("ครู ผู้ช่วย");
        file.Faults.Select(fault => fault.Row).ShouldBe([3, 5]);
    }

    [Fact]
    public void Numbers_that_are_kept_as_texts_stay_what_they_are()
    {
        var text =
            "รหัสบุคลากร;ชื่อ-สกุล;ประเภท;ตำแหน่ง;วันเริ่ม\n=\"0007\";ก ข;ครู;ครู;1/10/2563\n'0008;ค ง;ครู;ครู;1/10/2563\n";
        Registry
            .Read(Encoding.UTF8.GetBytes(text))
            .Value.Rows.Select(row => row.StaffNumber)
            .ShouldBe(["0007", "0008"]);
    }

    [Fact]
    public void A_quote_without_its_other_half_is_refused_and_swallows_no_rows() =>
        Refused(
                Encoding.UTF8.GetBytes(
                    Table.Csv([Headers]) + "0007,\"ก ข,ครู,ครู,1/10/2563\r\n0008,ค ง,ครู,ครู,1/10/2563\r\n"
                )
            )
            .ShouldContain("quotation mark");

    [Fact]
    public void Missing_columns_are_named_by_the_headers_that_would_be_right()
    {
        var refused = Registry
            .Read(
                Encoding.UTF8.GetBytes(
                    Table.Csv([
                        ["รหัสบุคลากร", "นามสกุล", "เลขที่ตำแหน่ง"],
                        ["1", "2", "3"],
                    ])
                )
            )
            .Error.ShouldBeOfType<StaffFileRefused>();
        refused
            .Faults.Select(fault => fault.Message.Thai)
            .ShouldBe(
                new[] { "ประเภท", "ตำแหน่ง", "วันเริ่ม", "ชื่อ" }.Select(header =>
                    refused
                        .Faults.Single(fault => fault.Message.Thai.Contains($"“{header}”", StringComparison.Ordinal))
                        .Message.Thai
                )
            );
        refused.Columns.Select(column => column.Field).ShouldBe([StaffField.StaffNumber, StaffField.Surname, null]);
    }

    [Fact]
    public void Two_columns_for_one_thing_are_refused_with_both_until_somebody_says_which()
    {
        byte[] file = Encoding.UTF8.GetBytes(
            Table.Csv([
                [.. Headers, "ประเภทบุคลากร", "ชื่อเล่น"],
                [.. Somebody, "พนักงานราชการ", "ป๊อก"],
            ])
        );
        Refused(file).ShouldContain("“ประเภท” (C), “ประเภทบุคลากร” (F)");
        var read = Registry.Read(file, new ColumnChoice("ประเภทบุคลากร", StaffField.Category)).Value;
        read.Rows.ShouldHaveSingleItem().Category.ShouldBe("พนักงานราชการ");
        read.Columns.Select(column => column.Field is null).ShouldBe([false, false, true, false, false, false, true]);
        Registry
            .Read(file, new ColumnChoice("ประเภท บุคลากร", null))
            .Value.Rows.ShouldHaveSingleItem()
            .Category.ShouldBe("ข้าราชการครู");
        Registry
            .Read(file, new ColumnChoice("สังกัด", null), new ColumnChoice("ประเภท", null))
            .Error.ShouldBeOfType<StaffFileRefused>()
            .Faults.ShouldHaveSingleItem()
            .Column.ShouldBe("สังกัด");
    }

    [Theory]
    [InlineData("ชื่อ", "นามสกุล")]
    [InlineData("ชื่อตัว", "ชื่อสกุล")]
    [InlineData("First Name", "Surname")]
    [InlineData("ชื่อ\n(ไทย)", "สกุล")]
    public void The_words_for_parts_of_names_are_told_from_those_for_whole_names(string given, string surname)
    {
        string[] headers = [given, surname, .. Headers[2..]];
        var rows = Registry
            .Read(Encoding.UTF8.GetBytes(Table.Csv([headers, ["นางมานี", "ใจดี", .. Somebody[2..]]])))
            .Value.Rows;
        (rows[0].Title, rows[0].Name).ShouldBe(("นาง", "มานี ใจดี"));
        string[] whole = [given == "ชื่อตัว" ? surname : given, .. Headers[2..]];
        Registry
            .Read(Encoding.UTF8.GetBytes(Table.Csv([whole, ["นางมานี ใจดี", .. Somebody[2..]]])))
            .Value.Rows[0]
            .Name.ShouldBe("มานี ใจดี");
    }

    [Fact]
    public void Headers_in_several_rows_mean_what_they_mean_together()
    {
        string[][] rows =
        [
            ["ลำดับ", "ชื่อ - สกุล", "", "", "การดำรงตำแหน่ง", "", "", "", "ผู้บังคับบัญชา", ""],
            ["ที่", "คำนำหน้า", "ชื่อ", "นามสกุล", "ประเภท", "ตำแหน่ง", "ระยะเวลา", "", "ชื่อ - สกุล", "รหัสบุคลากร"],
            ["", "", "", "", "", "", "ตั้งแต่", "ถึง", "", ""],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
            ["1", "นาย", "ประภาส", "ใจกว้าง", "ข้าราชการครู", "ครู", "1/10/2563", "30/9/2568", "นางมานี ใจดี", "0008"],
        ];
        foreach (var (dress, make) in Table.Dresses)
        {
            var file = Registry.Read(make(rows)).Value;
            file.Faults.ShouldBeEmpty(dress);
            var row = file.Rows.ShouldHaveSingleItem(dress);
            (row.Number, row.Title, row.Name, row.Position, row.From, row.To, row.Supervisor, row.StaffNumber).ShouldBe(
                (5, "นาย", "ประภาส ใจกว้าง", "ครู", new(2020, 10, 1), new(2025, 9, 30), "0008", null),
                dress
            );
            // The supervisor's name is no column for the name of the row's person.
            file.Columns.Single(column => column.Name == "I").Field.ShouldBeNull(dress);
        }
    }

    [Theory]
    [InlineData("คู่สมรส", "ชื่อคู่สมรส", "เลขประจำตัวประชาชน")]
    [InlineData("ลาศึกษาต่อ", "ตั้งแต่", "ถึง")]
    [InlineData("เครื่องราชอิสริยาภรณ์", "ชั้นตรา", "ตั้งแต่วันที่")]
    [InlineData("ขอเลื่อนเป็น", "วิทยฐานะ", "ถึงวันที่")]
    [InlineData("ครูพี่เลี้ยง", "ชื่อพี่เลี้ยง", "รหัสบุคลากร")]
    [InlineData("ช่วยราชการ", "โรงเรียน", "ถึงวันที่")]
    public void Columns_below_a_header_about_something_else_are_not_used(string group, string first, string second)
    {
        string[][] rows =
        [
            ["ชื่อ - สกุล", "ประเภท", "ตำแหน่ง", "วันเริ่ม", group, ""],
            ["", "", "", "", first, second],
            ["นายประภาส ใจกว้าง", "ข้าราชการครู", "ครู", "1/10/2563", "นางมานี ใจดี", "1/10/2566"],
        ];
        foreach (var (dress, make) in Table.Dresses)
        {
            var file = Registry.Read(make(rows)).Value;
            file.Faults.ShouldBeEmpty(dress);
            file.Rows.ShouldHaveSingleItem(dress).From.ShouldBe(new DateOnly(2020, 10, 1));
            file.Columns.Select(column => column.Field is not null)
                .ShouldBe([true, true, true, true, false, false], dress);
            // Somebody may say the same, or that it is to be used all the same.
            Registry.Read(make(rows), new ColumnChoice("F", null)).Succeeded.ShouldBeTrue(dress);
        }
    }

    [Theory]
    [InlineData("วัน/เดือน/ปี")]
    [InlineData("ว/ด/ป")]
    public void What_says_how_a_column_is_filled_in_may_stand_where_there_is_no_header(string form)
    {
        string[][] rows =
        [
            ["บัญชี", "ปี 2563"],
            ["", "", "", "", "", form],
            Headers,
            Somebody,
        ];
        foreach (var (dress, make) in Table.Dresses)
            Registry.Read(make(rows)).Value.Rows.ShouldHaveSingleItem(dress).StaffNumber.ShouldBe("0007", dress);
    }

    [Fact]
    public void Headers_of_which_few_are_known_are_found_if_somebody_says_what_the_others_are()
    {
        string[][] rows =
        [
            ["Nome", "ประเภท", "หน้าที่", "เริ่มงาน"],
            ["นายประภาส ใจกว้าง", "ข้าราชการครู", "ครู", "1/10/2563"],
        ];
        foreach (var (dress, make) in Table.Dresses)
        {
            Registry.Read(make(rows)).Succeeded.ShouldBeFalse(dress);
            Registry
                .Read(
                    make(rows),
                    new ColumnChoice("Nome", StaffField.FullName),
                    new ColumnChoice("หน้าที่", StaffField.Position),
                    new ColumnChoice("เริ่มงาน", StaffField.From)
                )
                .Value.Rows.ShouldHaveSingleItem(dress)
                .Name.ShouldBe("ประภาส ใจกว้าง", dress);
        }
    }

    [Fact]
    public void A_row_of_headers_below_the_first_one_counts_also_if_no_more_are_known()
    {
        string[][] rows =
        [
            ["ที่", "รหัสบุคลากร", "ชื่อ-สกุล", "ประเภท", "ตำแหน่ง", "วันเริ่ม", "ผู้บังคับบัญชา", ""],
            ["", "", "", "", "", "วัน/เดือน/ปี", "ชื่อ", "รหัส"],
            ["1", "001", "นายก้าน ขำดี", "ข้าราชการครู", "ครู", "1/10/2563", "", ""],
            ["2", "002", "นายคำ งามดี", "ข้าราชการครู", "ครู", "1/10/2563", "นายก้าน ขำดี", "001"],
        ];
        foreach (var (dress, make) in Table.Dresses)
        {
            var file = Registry.Read(make(rows)).Value;
            file.Faults.ShouldBeEmpty(dress);
            file.Rows.Select(row => (row.Number, row.StaffNumber, row.Supervisor))
                .ShouldBe([(3, "001", null), (4, "002", "001")], dress);
        }
    }

    [Fact]
    public void A_spreadsheet_is_read_as_it_is_shown()
    {
        var rows =
            Row(1, Text("A", "รายชื่อ"))
            + Row(
                3,
                Text("A", "รหัสบุคลากร"),
                Text("B", "ชื่อ-สกุล"),
                Text("E", "โรงเรียน"),
                Text("F", "ประเภท"),
                Text("G", "ตำแหน่ง"),
                Text("H", "วันเริ่ม")
            )
            + Row(
                4,
                Number("A", 7, 3),
                Text("B", "นาง"),
                Text("C", "มานี"),
                Text("D", "ใจดี"),
                Text("E", "บ้านโพธิ์"),
                Text("F", "ครู"),
                Text("G", "ครู"),
                Number("H", 44105, 5)
            )
            + Row(
                5,
                Number("A", 3410012345678, 0),
                Text("B", "นาย"),
                Text("C", "ประภาส"),
                Text("D", "ใจกว้าง"),
                Text("F", "ครู"),
                Text("G", "ครู"),
                Number("H", 242467, 5)
            );
        var file = Registry
            .Read(
                ExcelFile.Package(
                    rows,
                    "<mergeCells><mergeCell ref=\"A1:H1\"/><mergeCell ref=\"B3:D3\"/><mergeCell ref=\"E4:E5\"/></mergeCells>",
                    format: "000000"
                )
            )
            .Value;
        file.Faults.ShouldBeEmpty();
        file.Rows.Select(row => (row.Number, row.StaffNumber, row.Title, row.Name, row.School, row.From))
            .ShouldBe([
                (4, "000007", "นาง", "มานี ใจดี", "บ้านโพธิ์", new DateOnly(2020, 10, 1)),
                // The date that somebody typed with a year of the Buddhist era, 2563-11-06, for a spreadsheet.
                (5, "3410012345678", "นาย", "ประภาส ใจกว้าง", "บ้านโพธิ์", new DateOnly(2020, 11, 6)),
            ]);

        static string Row(int number, params string[] cells) =>
            $"<row r=\"{number}\">{string.Concat(cells.Select(cell => cell.Replace("#", $"{number}", StringComparison.Ordinal)))}</row>";
        static string Text(string column, string text) =>
            $"<c r=\"{column}#\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        static string Number(string column, long value, int style) =>
            $"<c r=\"{column}#\" s=\"{style}\"><v>{value}</v></c>";
    }

    [Fact]
    public void Rows_that_a_filter_hides_are_refused()
    {
        string[][] rows = [Headers, Somebody, ["0008", .. Somebody[1..]]];
        var shown = Encoding.UTF8.GetString(Table.Dresses["UTF-8"](rows));
        shown.ShouldContain("0008");
        var sheet = ExcelFile.Package(
            string.Concat(
                rows.Select(
                    (row, y) =>
                        $"<row r=\"{y + 1}\"{(y == 2 ? " hidden=\"1\"" : "")}>{string.Concat(row.Select((text, x) => $"<c r=\"{(char)('A' + x)}{y + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>"
                )
            )
        );
        Refused(sheet).ShouldContain("1 hidden rows about people (3)");
    }

    [Fact]
    public void There_are_at_most_five_thousand_rows()
    {
        static byte[] Of(int count) =>
            Encoding.UTF8.GetBytes(
                Table.Csv([
                    Headers,
                    .. Enumerable.Range(1, count).Select(n => (string[])[$"{n:00000}", .. Somebody[1..]]),
                ])
            );
        Registry.Read(Of(5_000)).Value.Rows.Count.ShouldBe(5_000);
        Refused(Of(5_001)).ShouldContain("5,001");
        Refused(Encoding.UTF8.GetBytes(Table.Csv([Headers]))).ShouldContain("no row about a person");
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3 }, "old Excel file")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0 }, "is damaged")]
    [InlineData(new byte[] { 1, 2, 3 }, "no Excel file")]
    [InlineData(new byte[] { (byte)'a' }, "no row of headers")]
    public void What_is_no_list_of_staff_is_refused_with_the_reason(byte[] content, string reason) =>
        Refused(content).ShouldContain(reason);

    /// <summary>Whatever bytes are changed, a file is read or refused, and nothing else happens.</summary>
    [Fact]
    public void Damaged_files_are_read_or_refused()
    {
        var random = new Random(18);
        foreach (var make in Table.Dresses.Values)
        {
            var file = make([Headers, Somebody]);
            for (var i = 0; i < 200; i++)
            {
                var damaged = file.ToArray();
                for (var n = 0; n < 3; n++)
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                var read = Registry.Read(damaged[..random.Next(1, damaged.Length)]);
                (read.Succeeded || read.Error is StaffFileRefused).ShouldBeTrue();
            }
        }
    }

    /// <summary>Faults are kept with idempotency keys, so they have nothing that cells have.</summary>
    [Fact]
    public void Faults_repeat_no_cells()
    {
        string[] wrong = ["1234E+10", "สมชายผู้เดียว", "ประเภทลับ", "ตำแหน่งลับ", "วันลับ"];
        var registry = new Registry();
        registry
            .Import(Encoding.UTF8.GetBytes(Table.Csv([Headers, wrong, [.. wrong[..1], "ก ข", .. wrong[2..]]])))
            .Error.ShouldBeOfType<StaffFileRefused>()
            .Faults.Count(fault =>
            {
                foreach (var cell in wrong)
                    $"{fault.Column} {fault.Message}".ShouldNotContain(cell);
                return true;
            })
            .ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Academic_standings_are_known_behind_the_position()
    {
        string[] headers = [.. Headers, "วิทยฐานะ"];
        string[] texts =
        [
            "ครูชำนาญการพิเศษ",
            "ชำนาญการ",
            "ผู้อำนวยการเชี่ยวชาญพิเศษ",
            "-",
            "ไม่มี",
            "SENIOR_PROFESSIONAL",
        ];
        Registry
            .Read(Encoding.UTF8.GetBytes(Table.Csv([headers, .. texts.Select(text => (string[])[.. Somebody, text])])))
            .Value.Rows.Select(row => row.AcademicStanding)
            .ShouldBe([
                AcademicStanding.SeniorProfessional,
                AcademicStanding.Professional,
                AcademicStanding.Advisory,
                null,
                null,
                AcademicStanding.SeniorProfessional,
            ]);
        Registry
            .Read(Encoding.UTF8.GetBytes(Table.Csv([headers, [.. Somebody, "คศ.2"]])))
            .Value.Faults.ShouldHaveSingleItem()
            .Column.ShouldBe("วิทยฐานะ");
    }

    [Theory]
    [InlineData("ชำนาญการพิเศษ (คศ.3)", AcademicStanding.SeniorProfessional)]
    [InlineData("ครูชำนาญการ คศ.๒", AcademicStanding.Professional)]
    [InlineData("คศ.4 เชี่ยวชาญ", AcademicStanding.Expert)]
    [InlineData("วิทยฐานะชำนาญการ", AcademicStanding.Professional)]
    [InlineData("รองผู้อำนวยการโรงเรียนชำนาญการพิเศษ", AcademicStanding.SeniorProfessional)]
    [InlineData("ศึกษานิเทศก์ เชี่ยวชาญ", AcademicStanding.Expert)]
    [InlineData("นักวิชาการศึกษาชำนาญการ", AcademicStanding.Professional)]
    [InlineData("ไม่ผ่านชำนาญการ", null)]
    [InlineData("ยังไม่ได้เป็นชำนาญการ", null)]
    [InlineData("ครูยังไม่มีชำนาญการ", null)]
    [InlineData("รองผู้เชี่ยวชาญ", null)]
    [InlineData("ผู้เชี่ยวชาญ", null)]
    [InlineData("รอประเมินชำนาญการพิเศษ", null)]
    [InlineData("อดีตเชี่ยวชาญ", null)]
    [InlineData("not professional", null)]
    [InlineData("นักวิชาการศึกษายังไม่เป็นชำนาญการ", null)]
    [InlineData(
        "นักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนักนัก1ชำนาญการ",
        null
    )]
    public void Only_words_for_a_position_may_stand_before_an_academic_standing(string text, AcademicStanding? standing)
    {
        string[] headers = [.. Headers, "วิทยฐานะ"];
        var file = Registry.Read(Encoding.UTF8.GetBytes(Table.Csv([headers, [.. Somebody, text]]))).Value;
        file.Rows[0].AcademicStanding.ShouldBe(standing);
        file.Faults.Select(fault => fault.Column).ShouldBe(standing is null ? ["วิทยฐานะ"] : []);
    }

    [Theory]
    [InlineData("ครู/ชำนาญการพิเศษ", "ครู", AcademicStanding.SeniorProfessional)]
    [InlineData("ครู / ชำนาญการ (คศ.2)", "ครู", AcademicStanding.Professional)]
    [InlineData("ครูชำนาญการ", "ครู", AcademicStanding.Professional)]
    [InlineData("ผู้อำนวยการโรงเรียน (เชี่ยวชาญ)", "ผู้อำนวยการโรงเรียน", AcademicStanding.Expert)]
    [InlineData("รองผู้อำนวยการ วิทยฐานะ ชำนาญการ", "รองผู้อำนวยการ", AcademicStanding.Professional)]
    [InlineData("ครู/-", "ครู", null)]
    [InlineData("ครู/ไม่มี", "ครู", null)]
    [InlineData("ครูผู้ช่วย", "ครูผู้ช่วย", null)]
    [InlineData("นักวิชาการศึกษาชำนาญการ", "นักวิชาการศึกษาชำนาญการ", null)]
    [InlineData("ครู/ไม่ผ่านชำนาญการ", null, null)]
    [InlineData("ครู/หัวหน้ากลุ่มสาระ", null, null)]
    public void A_column_for_both_gives_position_and_standing(string text, string? position, AcademicStanding? standing)
    {
        string[] headers = [.. Headers[..3], "ตำแหน่ง/วิทยฐานะ", Headers[4]];
        string[] row = [.. Somebody[..3], text, Somebody[4]];
        var file = Registry.Read(Encoding.UTF8.GetBytes(Table.Csv([headers, row]))).Value;
        (file.Rows[0].Position, file.Rows[0].AcademicStanding).ShouldBe((position, standing));
        file.Faults.Select(fault => fault.Column).ShouldBe(position is null ? [headers[3]] : []);
        // Under the header for positions alone, the text is the position.
        Registry.Read(Csv(row)).Value.Rows[0].Position.ShouldBe(text);
    }

    private static byte[] Csv(string[] row) => Encoding.UTF8.GetBytes(Table.Csv([Headers, row]));

    private static string Refused(byte[] file) =>
        Registry.Read(file).Error.ShouldBeOfType<StaffFileRefused>().Faults.ShouldHaveSingleItem().Message.English;
}
