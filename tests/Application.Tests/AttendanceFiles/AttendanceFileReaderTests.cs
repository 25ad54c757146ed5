using CsCheck;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Application.Tests.StaffFiles;
using TeacherDevPlan.Infrastructure.Importing.Attendance;

namespace TeacherDevPlan.Application.Tests.AttendanceFiles;

/// <summary>A file of attendance says the same however it is stored and laid out; what is not clear is a fault.</summary>
public sealed class AttendanceFileReaderTests
{
    private static readonly Gen<(int Number, int?[] Minutes)[]> Lists = Gen.Select(
        Gen.Int[1, 99999],
        Gen.OneOf(Gen.Int[0, 400].Select(minutes => (int?)minutes), Gen.Const((int?)null)).Array[3]
    ).Array[1, 6];

    public static TheoryData<string> Dresses => [.. Table.Dresses.Keys];

    [Theory]
    [MemberData(nameof(Dresses))]
    public void The_same_list_is_read_however_it_is_stored_and_in_columns_or_rows(string dress) =>
        Gen.Select(Lists, Gen.Bool, Gen.Bool)
            .Sample(
                (list, thai, inRows) =>
                {
                    string Digits(int number) => thai ? Thai($"{number}") : $"{number}";
                    string[] headers = thai
                        ? ["ครั้งที่ ๑", "๙ ม.ค. ๒๕๖๖", "10/1/2566 09:30 น."]
                        : ["Session 1", "2023-01-09", "2023-01-10 9:30"];
                    string[][] rows = inRows
                        ?
                        [
                            thai
                                ? ["รหัสบุคลากร", "วันที่", "เวลา", "จำนวนนาที"]
                                : ["Staff number", "Date", "Time", "Minutes"],
                            .. list.SelectMany(one =>
                                one.Minutes.Index()
                                    .Where(mark => mark.Item is not null && mark.Index > 0)
                                    .Select(mark =>
                                        mark.Index == 1
                                            ? new[] { $"{one.Number:00000}", headers[1], "", Digits(mark.Item!.Value) }
                                            : [$"{one.Number:00000}", "10/1/2566", "09:30", Digits(mark.Item!.Value)]
                                    )
                            ),
                        ]
                        :
                        [
                            ["ที่", thai ? "รหัสบุคลากร" : "Staff number", .. headers],
                            .. list.Select(
                                (one, index) =>
                                    (string[])
                                        [
                                            $"{index + 1}",
                                            thai ? Thai($"{one.Number:00000}") : $"{one.Number:00000}",
                                            .. one.Minutes.Select(minutes => minutes is { } some ? Digits(some) : ""),
                                        ]
                            ),
                        ];
                    if (rows.Length == 1)
                        return;
                    var read = new AttendanceFileReader().Read(Table.Dresses[dress](rows), CancellationToken.None);
                    read.Errors.ShouldBeEmpty();
                    read.Value.Faults.ShouldBeEmpty();
                    read.Value.Rows.SelectMany(row =>
                            row.Marks.Select(mark => (row.StaffNumber!.Text, mark.Session, mark.Minutes))
                        )
                        .ShouldBe(
                            list.SelectMany(one =>
                                one.Minutes.Index()
                                    .Where(mark => mark.Item is not null && (!inRows || mark.Index > 0))
                                    .Select(mark => ($"{one.Number:00000}", Names[mark.Index], mark.Item!.Value))
                            )
                        );
                },
                iter: 40
            );

    [Theory]
    [InlineData("Staff number,Minutes\n1,60\n")]
    [InlineData("1,2\n60,60\n")]
    [InlineData("Staff number,1,1\n1,60,60\n")]
    [InlineData("Staff number,Session,Minutes,2\n1,1,60,60\n")]
    [InlineData("Staff number,1\n")]
    [InlineData("รหัสบุคลากร,ครั้งที่ 1 27/11/2569,ครั้งที่ 2\n0007,60,60\n")]
    [InlineData("Staff number,Session one,Session 2\n0007,60,60\n")]
    [InlineData("รหัสบุคลากร,ช่วงที่ 0 (เช้า),1\n0007,60,60\n")]
    [InlineData("รหัสบุคลากร,ครั้งที่ 1 (เช้า),ครั้งที่ 1 (บ่าย)\n0007,60,60\n")]
    [InlineData("")]
    public void A_file_that_does_not_say_who_and_how_long_in_what_is_refused(string text) =>
        new AttendanceFileReader()
            .Read(System.Text.Encoding.UTF8.GetBytes(text), CancellationToken.None)
            .Succeeded.ShouldBeFalse();

    [Theory]
    [InlineData("60", 60)]
    [InlineData("๖๐ นาที", 60)]
    [InlineData("60.0", 60)]
    [InlineData("60.00", 60)]
    [InlineData("60,0", 60)]
    [InlineData("1,000", 1000)]
    [InlineData("๑,๔๔๐ นาที", 1440)]
    [InlineData("1,000.00", 1000)]
    [InlineData("1.000", null)]
    [InlineData("60.000", null)]
    [InlineData("0,060", null)]
    [InlineData("60.5", null)]
    [InlineData("1:00", null)]
    [InlineData("มา", null)]
    [InlineData("6E+1", null)]
    public void Minutes_are_whole_numbers_and_anything_else_is_a_fault_of_its_cell(string minutes, int? right)
    {
        var read = Read($"รหัสบุคลากร,1\n0007,\"{minutes}\"\n");
        FaultsOf(read).ShouldBe(right is null ? [(2, "1")] : []);
        read.Rows[0].Marks.Select(mark => mark.Minutes).ShouldBe(right is { } some ? [some] : []);
    }

    [Theory]
    [InlineData("รวมพร ใจดี,60", "person")]
    [InlineData("รวมพล คนดี,60", "person")]
    [InlineData("Note Smith,60", "person")]
    [InlineData("Total Recall,60", "person")]
    [InlineData("รวม,60", "beside")]
    [InlineData("รวมทั้งสิ้น,60", "beside")]
    [InlineData("รวมทั้งหมด ๒๕ คน,60", "beside")]
    [InlineData("Total:,60", "beside")]
    [InlineData("หมายเหตุ: ลาป่วยหนึ่งคน,", "beside")]
    [InlineData("ชื่อ-สกุล,1", "beside")]
    [InlineData(",นาที", "beside")]
    [InlineData(",60", "fault")]
    [InlineData(",60.5", "fault")]
    public void Only_a_word_for_a_total_alone_makes_a_row_one_of_nobody(string row, string expected)
    {
        var read = Read($"ชื่อ-สกุล,1\nมานี รักเรียน,60\n{row}\n");
        read.Rows.Count.ShouldBe(expected == "person" ? 2 : 1);
        read.IgnoredRows.ShouldBe(expected == "beside" ? [3] : []);
        FaultsOf(read).ShouldBe(expected == "fault" ? [(3, null)] : []);
    }

    [Fact]
    public void A_given_name_that_is_a_word_for_a_note_is_one_beside_a_surname() =>
        Read("Given name,Surname,1\nNote,Smith,60\n").Rows.Single().Name!.Text.ShouldBe("Note Smith");

    [Theory]
    [InlineData("9/1/2566", "09:00", "09:00", null)]
    [InlineData("9/1/2566", "09.00-12.00", "09:00", null)]
    [InlineData("9/1/2566", "๐๙:๐๐–๑๒:๐๐ น.", "09:00", null)]
    [InlineData("9/1/2566", "9:00 น. ถึง 12:00 น.", "09:00", null)]
    [InlineData("9/1/2566 09.00-12.00 น.", "", "09:00", null)]
    [InlineData("9/1/2566", "เก้าโมง", null, "เวลา")]
    [InlineData("9/1/2566", "25:00", null, "เวลา")]
    [InlineData("เก้ามกรา", "09:00", null, "วันที่")]
    public void A_time_that_cannot_be_read_is_a_fault_of_its_own_column(
        string day,
        string time,
        string? start,
        string? fault
    )
    {
        var read = Read($"รหัสบุคลากร,วันที่,เวลา,นาที\n0007,{day},{time},60\n");
        FaultsOf(read).ShouldBe(fault is null ? [] : [(2, fault)]);
        if (start is not null)
            read.Rows[0].Marks[0].Session.ShouldBe(new(null, new(2023, 1, 9), TimeOnly.Parse(start, Invariant)));
    }

    [Theory]
    [InlineData(
        "รหัสบุคลากร,ครั้งที่,วันที่,เวลา,หน่วยงาน,นาที\n0007,1,9/1/2566,09:00,ก,60\n",
        "หน่วยงาน",
        "วันที่ เวลา"
    )]
    [InlineData("รหัสบุคลากร,วันที่,เวลา,ครั้งที่ 1\n0007,9/1/2566,08:47,60\n", "เวลา", "วันที่")]
    [InlineData("รหัสบุคลากร,ครั้งที่,นาที,ครั้งที่ 1\n0007,1,60,60\n", null, "")]
    [InlineData("รหัสบุคลากร,นาที,ครั้งที่ 1\n0007,60,60\n", "นาที", "")]
    [InlineData("รหัสบุคลากร,ครั้งที่ 1 (27/11/2569)\n0007,60\n", "", "ครั้งที่ 1 (27/11/2569)")]
    [InlineData("รหัสบุคลากร,ช่วงที่ ๑ (เช้า),1 (คะแนน)\n0007,60,5\n", "1 (คะแนน)", "")]
    public void What_else_is_said_of_a_session_is_compared_or_told_to_be_unused(
        string text,
        string? unused,
        string compared
    )
    {
        var result = new AttendanceFileReader().Read(System.Text.Encoding.UTF8.GetBytes(text), CancellationToken.None);
        result.Succeeded.ShouldBe(unused is not null);
        if (!result.Succeeded)
            return;
        result.Value.Faults.ShouldBeEmpty();
        string.Join(' ', result.Value.IgnoredColumns).ShouldBe(unused);
        var mark = result.Value.Rows.Single().Marks.Single();
        mark.Session.ShouldBe(Names[0]);
        string.Join(' ', mark.Besides.Select(one => one.Column)).ShouldBe(compared);
    }

    [Fact]
    public void A_day_that_cannot_be_compared_with_the_session_is_a_fault() =>
        FaultsOf(Read("รหัสบุคลากร,ครั้งที่,วันที่,นาที\n0007,1,เก้ามกรา,60\n")).ShouldBe([(2, "วันที่")]);

    [Theory]
    [InlineData("ชื่อ,ชื่อสกุล,1\nมานี,รักเรียน,60\n")]
    [InlineData("ชื่อสกุล,ชื่อ,1\nรักเรียน,มานี,60\n")]
    [InlineData("ชื่อสกุล,1\nมานี รักเรียน,60\n")]
    public void A_header_that_is_the_surname_or_the_whole_name_is_the_surname_beside_a_given_name(string text) =>
        Read(text).Rows.Single().Name!.Text.ShouldBe("มานี รักเรียน");

    private static readonly System.Globalization.CultureInfo Invariant = System
        .Globalization
        .CultureInfo
        .InvariantCulture;

    private static AttendanceFile Read(string text) =>
        new AttendanceFileReader().Read(System.Text.Encoding.UTF8.GetBytes(text), CancellationToken.None).Value;

    private static IEnumerable<(int? Row, string? Column)> FaultsOf(AttendanceFile file) =>
        file.Faults.Select(fault => (fault.Row, fault.Column));

    private static readonly SessionName[] Names =
    [
        new(1, null, null),
        new(null, new DateOnly(2023, 1, 9), null),
        new(null, new DateOnly(2023, 1, 10), new TimeOnly(9, 30)),
    ];

    private static string Thai(string digits) => string.Concat(digits.Select(digit => (char)('๐' + (digit - '0'))));
}
