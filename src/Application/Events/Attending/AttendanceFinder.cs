using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Events.Attending;

/// <summary>
/// Finds the enrolment and the session of all that a file says. A row is about the enrolment with the id, or about the person
/// with the staff number, or about the only person of the name; what else it says of the person must agree. What is not
/// clear is a fault, and never guessed.
/// </summary>
internal sealed class AttendanceFinder
{
    private static readonly LocalText Nobody = new(
        "is that of nobody who is enrolled in the offering now.",
        "ไม่ใช่ของผู้ที่ลงทะเบียนในกิจกรรมนี้ในขณะนี้"
    );

    private static readonly LocalText Shared = new(
        "is that of several people who are enrolled; a staff number or the id of the enrolment is needed to tell who is meant.",
        "ตรงกับผู้ลงทะเบียนหลายคน ต้องระบุรหัสบุคลากรหรือรหัสการลงทะเบียน"
    );

    private static readonly LocalText LostZeros = new(
        "differs from the number of somebody who is enrolled by zeros at its beginning, which spreadsheets cut off; format the column as text, and enter the whole number.",
        "ต่างจากรหัสของผู้ลงทะเบียนเพียงเลขศูนย์ข้างหน้า ซึ่งโปรแกรมตารางมักตัดออก โปรดจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกเลขให้ครบ"
    );

    private static readonly LocalText SomebodyElse = new(
        "is not that of the person whom the row names otherwise.",
        "ไม่ตรงกับบุคคลที่แถวนี้ระบุด้วยข้อมูลอื่น"
    );

    private static readonly LocalText NoSession = new(
        "names no session of the offering: write its number in the order of time, or its day and when it starts (9/1/2566 09:00).",
        "ไม่ใช่ช่วงเวลาของกิจกรรมนี้ โปรดระบุลำดับที่ตามเวลา หรือวันที่และเวลาเริ่ม เช่น 9/1/2566 09:00"
    );

    private static readonly LocalText SeveralSessions = new(
        "is a day with several sessions; write when the session starts, too (9/1/2566 09:00), or its number.",
        "เป็นวันที่มีหลายช่วงเวลา โปรดระบุเวลาเริ่มด้วย เช่น 9/1/2566 09:00 หรือระบุลำดับที่"
    );

    private static readonly LocalText OtherSession = new(
        "is not the day or the time of the session that the row names otherwise.",
        "ไม่ตรงกับวันหรือเวลาของช่วงเวลาที่แถวนี้ระบุด้วยข้อมูลอื่น"
    );

    private static readonly LocalText NotBegun = new(
        "is of a session that has not begun.",
        "เป็นช่วงเวลาที่ยังไม่เริ่ม"
    );

    private static readonly LocalText Twice = new(
        "is told twice of the person and the session.",
        "ระบุซ้ำสำหรับบุคคลและช่วงเวลาเดียวกัน"
    );

    private readonly AttendanceFile file;
    private readonly Func<string, string> keyOf;
    private readonly List<StaffFault> faults;
    private readonly IReadOnlyList<Session> sessions;
    private readonly Dictionary<Guid, Enrollment> byId;
    private readonly ILookup<string, Enrollment> byNumber;
    private readonly ILookup<string, Enrollment> byName;
    private readonly HashSet<string> bare;

    public AttendanceFinder(
        Offering offering,
        IReadOnlyList<Participant> participants,
        AttendanceFile file,
        Func<string, string> keyOf
    )
    {
        (this.file, this.keyOf, faults) = (file, keyOf, [.. file.Faults]);
        sessions = [.. offering.Sessions.OrderBy(session => session.StartsAt)];
        var enrolled = offering
            .Enrollments.Where(one => one.Status == EnrollmentStatus.Enrolled)
            .ToDictionary(one => one.PersonId);
        byId = enrolled.Values.ToDictionary(one => one.Id);
        byNumber = participants
            .Where(one => one.StaffNumber is not null)
            .ToLookup(one => PersonFinder.NumberKey(one.StaffNumber!), one => enrolled[one.PersonId]);
        byName = participants
            .SelectMany(one =>
                one.Names.Select(keyOf).Distinct().Select(name => (Name: name, Enrollment: enrolled[one.PersonId]))
            )
            .ToLookup(one => one.Name, one => one.Enrollment);
        bare = [.. byNumber.Select(one => one.Key.TrimStart('0'))];
    }

    /// <summary>All minutes of the file, or its faults by row.</summary>
    public Result<IReadOnlyList<(Enrollment Enrollment, Session Session, int Minutes)>> Find(DateTimeOffset now)
    {
        var found = new List<(Enrollment Enrollment, Session Session, int Minutes)>();
        var seen = new HashSet<(Guid, Guid)>();
        foreach (var row in file.Rows)
        {
            var enrollment = Of(row);
            foreach (var mark in row.Marks)
            {
                if (SessionOf(row, mark) is not { } session)
                    continue;
                var wrong =
                    session.StartsAt > now ? NotBegun
                    : mark.Minutes > session.Minutes
                        ? new LocalText($"must be 0 to {session.Minutes}.", $"ต้องเป็น 0 ถึง {session.Minutes}")
                    : enrollment is not null && !seen.Add((enrollment.Id, session.Id)) ? Twice
                    : null;
                if (wrong is not null)
                    Add(row, mark.Column, wrong);
                else if (enrollment is not null)
                    found.Add((enrollment, session, mark.Minutes));
            }
        }

        return faults.Count > 0 ? new AttendanceFileRefused([.. faults.OrderBy(fault => fault.Row)]) : found;
    }

    private Enrollment? Of(AttendanceRow row)
    {
        var told = new List<(AttendanceCell Cell, IReadOnlyList<Enrollment> Meant)>();
        if (row.Enrollment is { } id)
            told.Add((id, ById(id.Text)));
        if (row.StaffNumber is { } number)
            told.Add((number, [.. byNumber[PersonFinder.NumberKey(number.Text)]]));
        if (row.Name is { } name)
            told.Add((name, [.. byName[keyOf(PersonName.Of(name.Text).Proper)]]));
        if (told.Count == 0)
            return null;
        // The first one says who; the others only confirm it.
        var (first, meant) = told[0];
        if (meant.Count != 1)
        {
            var hasLost =
                first == row.StaffNumber
                && bare.Contains(PersonFinder.NumberKey(first.Text).TrimStart('0'))
                && meant.Count == 0;
            Add(
                row,
                first.Column,
                hasLost ? LostZeros
                    : meant.Count == 0 ? Nobody
                    : Shared
            );
            return null;
        }

        foreach (var (cell, others) in told.Skip(1).Where(other => !other.Meant.Contains(meant[0])))
        {
            Add(row, cell.Column, SomebodyElse);
            return null;
        }

        return meant[0];
    }

    private IReadOnlyList<Enrollment> ById(string text) =>
        NodeId.TryParse(text, out var id) && id.TypeName == nameof(Enrollment) && byId.TryGetValue(id.Id, out var one)
            ? [one]
            : [];

    private Session? SessionOf(AttendanceRow row, AttendanceMark mark)
    {
        var name = mark.Session;
        List<Session> meant = name.Number is { } number
            ? number <= sessions.Count
                ? [sessions[number - 1]]
                : []
            : [.. sessions.Where(session => IsThen(session, name))];
        if (meant.Count != 1)
        {
            Add(row, mark.SessionColumn, meant.Count == 0 ? NoSession : SeveralSessions);
            return null;
        }

        if (mark.Besides.FirstOrDefault(one => !IsThen(meant[0], one.Session)) is not { } other)
            return meant[0];
        Add(row, other.Column, OtherSession);
        return null;
    }

    private static bool IsThen(Session session, SessionName name) =>
        (name.Day ?? session.Day) == session.Day
        && (name.Time is not { } time || time == ThaiDay.TimeOf(session.StartsAt));

    private void Add(AttendanceRow row, string column, LocalText message) =>
        faults.Add(new StaffFault(row.Number, column, message));
}
