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
    [InlineData("")]
    public void A_file_that_does_not_say_who_and_how_long_in_what_is_refused(string text) =>
        new AttendanceFileReader()
            .Read(System.Text.Encoding.UTF8.GetBytes(text), CancellationToken.None)
            .Succeeded.ShouldBeFalse();

    [Theory]
    [InlineData("60", true)]
    [InlineData("๖๐ นาที", true)]
    [InlineData("60.0", true)]
    [InlineData("60.5", false)]
    [InlineData("1:00", false)]
    [InlineData("มา", false)]
    [InlineData("6E+1", false)]
    public void Minutes_are_whole_numbers_and_anything_else_is_a_fault_of_its_cell(string minutes, bool right)
    {
        var read = new AttendanceFileReader()
            .Read(System.Text.Encoding.UTF8.GetBytes($"รหัสบุคลากร,1\n0007,{minutes}\n"), CancellationToken.None)
            .Value;
        read.Faults.Select(fault => (fault.Row, fault.Column)).ShouldBe(right ? [] : [(2, "1")]);
        read.Rows[0].Marks.Select(mark => mark.Minutes).ShouldBe(right ? [60] : []);
    }

    private static readonly SessionName[] Names =
    [
        new(1, null, null),
        new(null, new DateOnly(2023, 1, 9), null),
        new(null, new DateOnly(2023, 1, 10), new TimeOnly(9, 30)),
    ];

    private static string Thai(string digits) => string.Concat(digits.Select(digit => (char)('๐' + (digit - '0'))));
}
