using System.Collections.Frozen;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Attendance;

/// <summary>What a column of attendance says besides who the person is.</summary>
internal enum AttendancePart
{
    Enrollment,
    Session,
    Day,
    Time,
    Minutes,
}

/// <summary>A column with its header, and what it is: a part of the person, a part of the row, or a session.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Remark">The day of the session, if the header says it besides its number.</param>
internal sealed record AttendanceColumn(
    int Number,
    string Header,
    StaffField? Field,
    AttendancePart? Part,
    SessionName? Session,
    SessionName? Remark = null
)
{
    private const int LongestHeader = 100;

    private static readonly FrozenDictionary<string, AttendancePart> Parts = new (
        AttendancePart Part,
        string[] Headers
    )[]
    {
        (
            AttendancePart.Enrollment,
            ["รหัสการลงทะเบียน", "เลขที่การลงทะเบียน", "Enrolment", "Enrollment", "Enrolment id", "Enrollment id"]
        ),
        (AttendancePart.Session, ["ครั้งที่", "ช่วงที่", "ช่วงเวลาที่", "Session", "Session no", "Session number"]),
        (AttendancePart.Day, ["วันที่", "วันที่อบรม", "วันเวลา", "วันและเวลา", "Date", "Day", "Date and time"]),
        (AttendancePart.Time, ["เวลา", "เวลาเริ่ม", "Time", "Start", "Starts at", "Start time"]),
        (
            AttendancePart.Minutes,
            [
                "นาที",
                "จำนวนนาที",
                "เวลาเข้าร่วม (นาที)",
                "นาทีที่เข้าร่วม",
                "Minutes",
                "Minutes attended",
                "Attended minutes",
            ]
        ),
    }
        .SelectMany(one => one.Headers.Select(header => (Key: CellText.Letters(header), one.Part)))
        .ToFrozenDictionary(one => one.Key, one => one.Part);

    private static readonly StaffField[] OfPerson = [StaffField.StaffNumber, .. StaffFields.Names];

    public bool IsPerson => Field is not null || Part == AttendancePart.Enrollment;

    public bool IsKnown => IsPerson || Part is not null || Session is not null;

    public static AttendanceColumn Of(int number, GridCell cell)
    {
        var header = cell.Text.Length > LongestHeader ? cell.Text[..LongestHeader] : cell.Text;
        if (Parts.TryGetValue(CellText.Letters(header), out var part))
            return new AttendanceColumn(number, header, null, part, null);
        if (StaffHeaders.Of(header) is { } field && OfPerson.Contains(field))
            return new AttendanceColumn(number, header, field, null, null);
        var (session, remark) = SessionNames.OfHeader(cell);
        return new AttendanceColumn(number, header, null, null, session, remark);
    }
}
