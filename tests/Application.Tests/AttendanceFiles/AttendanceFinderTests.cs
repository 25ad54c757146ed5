using System.Text;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Infrastructure.Importing.Attendance;

namespace TeacherDevPlan.Application.Tests.AttendanceFiles;

/// <summary>What a row says of its session agrees with the offering, or the row is refused.</summary>
public sealed class AttendanceFinderTests
{
    private static readonly DateTimeOffset Now = new(2023, 1, 12, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("รหัสบุคลากร,ครั้งที่,วันที่,นาที\n0007,2,9/1/2566,60\n", null)]
    [InlineData("รหัสบุคลากร,ครั้งที่,วันที่,นาที\n0007,2,11/1/2566,60\n", "วันที่")]
    [InlineData("รหัสบุคลากร,ครั้งที่,วันที่,เวลา,นาที\n0007,2,9/1/2566,13.00-16.00,60\n", null)]
    [InlineData("รหัสบุคลากร,ครั้งที่,วันที่,เวลา,นาที\n0007,2,9/1/2566,09.00-12.00,60\n", "เวลา")]
    [InlineData("รหัสบุคลากร,วันที่,เวลา,นาที\n0007,9/1/2566,13:00,60\n", null)]
    [InlineData("รหัสบุคลากร,วันที่,เวลา,นาที\n0007,9/1/2566 09:00,13:00,60\n", "เวลา")]
    [InlineData("รหัสบุคลากร,วันที่,ครั้งที่ 1,ครั้งที่ 2\n0007,9/1/2566,60,60\n", null)]
    [InlineData("รหัสบุคลากร,วันที่,ครั้งที่ 1\n0007,11/1/2566,60\n", "วันที่")]
    [InlineData("รหัสบุคลากร,ครั้งที่ 3 (11/1/2566)\n0007,60\n", null)]
    [InlineData("รหัสบุคลากร,ครั้งที่ 3 (9/1/2566)\n0007,60\n", "ครั้งที่ 3 (9/1/2566)")]
    [InlineData("รหัสบุคลากร,9/1/2566 (13.00-16.00)\n0007,60\n", null)]
    [InlineData("รหัสบุคลากร,9/1/2566 (บ่าย)\n0007,60\n", "9/1/2566 (บ่าย)")]
    public void A_row_whose_day_or_time_is_not_that_of_its_session_is_refused(string text, string? fault)
    {
        var file = new AttendanceFileReader().Read(Encoding.UTF8.GetBytes(text), CancellationToken.None).Value;
        file.Faults.ShouldBeEmpty();
        var found = new AttendanceFinder(Offering(), [], file, text => text).Find(Now);
        // Nobody is enrolled, which is told besides.
        found
            .Errors.OfType<AttendanceFileRefused>()
            .Single()
            .Faults.Select(one => one.Column)
            .Where(column => column != "รหัสบุคลากร")
            .ShouldBe(fault is null ? [] : [fault]);
    }

    private static Offering Offering()
    {
        var offering = new Offering(Guid.CreateVersion7(), 2566);
        PlannedSession[] sessions = [On(9, 2), On(9, 6), On(11, 2)];
        offering
            .Save(
                new OfferingTerms(
                    null,
                    null,
                    null,
                    "อบรม",
                    Guid.CreateVersion7(),
                    null,
                    null,
                    null,
                    0,
                    null,
                    null,
                    JoinPolicy.Request,
                    OverlapPolicy.None,
                    80,
                    null,
                    false,
                    sessions,
                    []
                ),
                [],
                Now
            )
            .ShouldBeEmpty();
        return offering;
    }

    private static PlannedSession On(int day, int hour)
    {
        var start = new DateTimeOffset(2023, 1, day, hour, 0, 0, TimeSpan.Zero);
        return new PlannedSession(null, start, start.AddHours(3), 180, null);
    }
}
