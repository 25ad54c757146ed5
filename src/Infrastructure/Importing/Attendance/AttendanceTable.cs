using System.Text.RegularExpressions;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Attendance;

/// <summary>
/// A table of attendance. It has a column for each session, with minutes in it; or a row for each person and session, with a
/// column that names the session, by its number or by its day and possibly its time, and one for the minutes.
/// </summary>
internal sealed partial class AttendanceTable
{
    private const int MaxRowsAbove = 50;

    /// <summary>What stands alone in the first cell of rows that are about nobody.</summary>
    private static readonly HashSet<string> BesideTable =
    [
        .. new[]
        {
            "รวม",
            "รวมทั้งสิ้น",
            "รวมทั้งหมด",
            "รวมเวลา",
            "รวมนาที",
            "รวมจำนวน",
            "ผลรวม",
            "ยอดรวม",
            "หมายเหตุ",
            "ที่มา",
            "ลงชื่อ",
            "ผู้รายงาน",
            "ผู้รับรอง",
            "Total",
            "Totals",
            "Grand total",
            "Note",
            "Notes",
            "Source",
        }.Select(CellText.Letters),
    ];

    private readonly int at;
    private readonly List<AttendanceColumn> columns;

    private AttendanceTable(Grid grid, int at, List<AttendanceColumn> columns) =>
        (Grid, this.at, this.columns) = (grid, at, columns);

    public Grid Grid { get; }

    /// <summary>The number of columns whose headers are known.</summary>
    public int Known => columns.Count(column => column.IsKnown);

    public IEnumerable<GridRow> Rows => Grid.Rows.Skip(at + 1);

    /// <summary>The headers of columns that are not used.</summary>
    public IReadOnlyList<string> Unused =>
        [.. columns.Where(column => !IsUsed(column) && column.Header.Length > 0).Select(column => column.Header)];

    /// <summary>Headers that begin like those of sessions, and cannot be read; null if there are none.</summary>
    public LocalText? Unread
    {
        get
        {
            var unread = columns
                .Where(column => !IsLong && !column.IsKnown && SessionNames.BeginsLikeSession(column.Header))
                .Select(column => $"“{column.Header}”")
                .ToList();
            if (unread.Count == 0)
                return null;
            var named = string.Join(", ", unread);
            return new LocalText(
                $"has headers that begin like those of sessions and cannot be read: {named}. Write “Session 1” or the day (“9/1/2566 09:00”), or remove the column.",
                $"มีหัวคอลัมน์ที่ขึ้นต้นเหมือนช่วงเวลาแต่อ่านไม่ได้ คือ {named} โปรดระบุ “ครั้งที่ 1” หรือวันที่ (“9/1/2566 09:00”) หรือลบคอลัมน์นี้"
            );
        }
    }

    /// <summary>What two columns say at once; null if each thing has one column.</summary>
    public LocalText? Twice
    {
        get
        {
            var same = columns
                .Where(column => column.IsKnown)
                .GroupBy(column => (column.Field, column.Part, column.Session))
                .FirstOrDefault(group => group.Skip(1).Any());
            if (same is null && !(IsLong && columns.Exists(column => column.Session is not null)))
                return null;
            var named = string.Join(
                ", ",
                (same ?? columns.Where(column => column.Session is not null || column.Part is not null)).Select(
                    column => $"“{column.Header}”"
                )
            );
            return new LocalText(
                $"has several columns for one thing: {named}. Remove the others.",
                $"มีหลายคอลัมน์สำหรับข้อมูลเดียวกัน คือ {named} โปรดลบคอลัมน์อื่น"
            );
        }
    }

    private bool IsLong =>
        Of(AttendancePart.Minutes) is not null
        && (Of(AttendancePart.Session) is not null || Of(AttendancePart.Day) is not null);

    private bool IsComplete =>
        columns.Exists(column => column.Field is not null || column.Part == AttendancePart.Enrollment)
        && (IsLong || columns.Exists(column => column.Session is not null));

    /// <summary>The table with its row of headers; null if it has none.</summary>
    public static AttendanceTable? Of(Grid grid)
    {
        AttendanceTable? best = null;
        for (var i = 0; i < Math.Min(grid.Rows.Count, MaxRowsAbove); i++)
        {
            var columns = grid.Rows[i]
                .Cells.OrderBy(cell => cell.Key)
                .Select(cell => AttendanceColumn.Of(cell.Key, cell.Value))
                .ToList();
            Tell(columns);
            var table = new AttendanceTable(grid, i, columns);
            if (table.IsComplete && table.Known > (best?.Known ?? 0))
                best = table;
        }

        return best;
    }

    /// <summary>Whether a row is about a person, and not a total, a note or the headers again.</summary>
    public bool IsOfPerson(GridRow row) =>
        columns.Exists(column => column.IsPerson && row.Text(column.Number).Length > 0) && !IsBeside(row);

    /// <summary>Whether a row has minutes, but says not whose they are.</summary>
    public bool IsOfNobody(GridRow row) =>
        !columns.Exists(column => column.IsPerson && row.Text(column.Number).Length > 0)
        && columns.Exists(column =>
            (IsLong ? column.Part == AttendancePart.Minutes : column.Session is not null)
            && SessionNames.IsNumber(row.Text(column.Number))
        )
        && !IsBeside(row);

    public AttendanceRow Read(GridRow row, List<StaffFault> faults)
    {
        foreach (var column in columns.Where(column => column.IsKnown))
        {
            if (row.Cells.TryGetValue(column.Number, out var cell) && CellValues.IsFailedFormula(cell))
                faults.Add(
                    new StaffFault(
                        row.Number,
                        column.Header,
                        new LocalText("is a formula without a value.", "เป็นสูตรที่ไม่มีค่า")
                    )
                );
        }

        return new AttendanceRow(
            row.Number,
            Code(row, columns.Find(column => column.Field == StaffField.StaffNumber), faults),
            Of(AttendancePart.Enrollment) is { } id && row.Text(id.Number) is { Length: > 0 } text
                ? new AttendanceCell(id.Header, text)
                : null,
            Name(row),
            IsLong ? Long(row, faults) : [.. Wide(row, faults)]
        );
    }

    /// <summary>
    /// Whether a row is a total, a note or the headers again. Names can begin with the same words ("รวมพร"), so that the word
    /// is all of the first cell, or the row says nothing else.
    /// </summary>
    private bool IsBeside(GridRow row)
    {
        if (columns.Where(column => column.IsKnown).All(column => row.Text(column.Number) == column.Header))
            return true;
        var first = row.Cells.MinBy(cell => cell.Key).Value.Text;
        return row.Cells.Count == 1
            ? StaffHeaders.IsBesideTable(first)
            : BesideTable.Contains(People().Replace(CellText.Letters(first), ""))
                && columns.Count(column => column.IsPerson && row.Text(column.Number).Length > 0) <= 1;
    }

    private bool IsUsed(AttendanceColumn column) =>
        column.IsKnown && (IsLong || column.Part is null or AttendancePart.Enrollment or AttendancePart.Day);

    /// <summary>"ชื่อสกุล" is the surname beside a given name, as in a list of staff.</summary>
    private static void Tell(List<AttendanceColumn> columns)
    {
        var whole = columns.FindIndex(column =>
            column.Field == StaffField.FullName && StaffHeaders.IsSurnameOrFullName(column.Header)
        );
        if (
            whole >= 0
            && columns.Count(column => column.Field == StaffField.FullName) == 1
            && columns.Count(column => column.Field == StaffField.GivenName) == 1
            && !columns.Exists(column => column.Field == StaffField.Surname)
        )
            columns[whole] = columns[whole] with { Field = StaffField.Surname };
    }

    private AttendanceColumn? Of(AttendancePart part) => columns.Find(column => column.Part == part);

    private static AttendanceCell? Code(GridRow row, AttendanceColumn? column, List<StaffFault> faults)
    {
        if (column is null || !row.Cells.TryGetValue(column.Number, out var cell))
            return null;
        var (value, fault) = CellValues.Code(cell);
        if (fault is not null)
            faults.Add(new StaffFault(row.Number, column.Header, fault));
        return value is null ? null : new AttendanceCell(column.Header, value);
    }

    private AttendanceCell? Name(GridRow row)
    {
        var named = StaffFields
            .Names.Select(field => columns.Find(column => column.Field == field))
            .OfType<AttendanceColumn>()
            .ToList();
        var name = string.Join(' ', named.Select(column => row.Text(column.Number)).Where(text => text.Length > 0));
        return name.Length == 0 ? null : new AttendanceCell(named[0].Header, name);
    }

    private IEnumerable<AttendanceMark> Wide(GridRow row, List<StaffFault> faults)
    {
        var besides = Besides(row, faults);
        foreach (var column in columns.Where(column => column.Session is not null))
        {
            if (Minutes(row, column, faults) is { } minutes)
                yield return new AttendanceMark(column.Header, column.Header, column.Session!, minutes)
                {
                    Besides = column.Remark is { } day ? [.. besides, new SessionCell(column.Header, day)] : besides,
                };
        }
    }

    private IReadOnlyList<AttendanceMark> Long(GridRow row, List<StaffFault> faults)
    {
        var by = Of(AttendancePart.Session) ?? Of(AttendancePart.Day)!;
        var session = row.Cells.TryGetValue(by.Number, out var cell) ? SessionNames.Of(cell) : null;
        if (session is null)
            faults.Add(new StaffFault(row.Number, by.Header, SessionNames.NoSession));
        var besides = Besides(row, faults);
        if (session is { Day: not null, Time: null })
            session = session with { Time = besides.Find(one => one.Session.Day is null)?.Session.Time };
        var column = Of(AttendancePart.Minutes)!;
        if (row.Text(column.Number).Length == 0)
            faults.Add(new StaffFault(row.Number, column.Header, new LocalText("is missing.", "ไม่ได้ระบุ")));
        return Minutes(row, column, faults) is { } minutes && session is not null
            ? [new AttendanceMark(column.Header, by.Header, session, minutes) { Besides = besides }]
            : [];
    }

    /// <summary>The day beside sessions that are named otherwise, and the time in a row of one session.</summary>
    private List<SessionCell> Besides(GridRow row, List<StaffFault> faults)
    {
        var said = new List<SessionCell>();
        if (
            (!IsLong || Of(AttendancePart.Session) is not null)
            && Of(AttendancePart.Day) is { } day
            && row.Cells.TryGetValue(day.Number, out var cell)
            && !CellValues.IsFailedFormula(cell)
        )
        {
            if (SessionNames.Of(cell) is { Day: not null } name)
                said.Add(new SessionCell(day.Header, name));
            else
                faults.Add(new StaffFault(row.Number, day.Header, SessionNames.NoDay));
        }

        if (
            IsLong
            && Of(AttendancePart.Time) is { } time
            && row.Cells.TryGetValue(time.Number, out var start)
            && !CellValues.IsFailedFormula(start)
        )
        {
            if (SessionNames.StartOf(start.Text) is { } at)
                said.Add(new SessionCell(time.Header, new SessionName(null, null, at)));
            else
                faults.Add(new StaffFault(row.Number, time.Header, SessionNames.NoTime));
        }

        return said;
    }

    private static int? Minutes(GridRow row, AttendanceColumn column, List<StaffFault> faults)
    {
        if (!row.Cells.TryGetValue(column.Number, out var cell) || CellValues.IsFailedFormula(cell))
            return null;
        if (SessionNames.MinutesOf(cell.Text) is { } minutes)
            return minutes;
        faults.Add(new StaffFault(row.Number, column.Header, SessionNames.NoMinutes));
        return null;
    }

    /// <summary>How many people a total is of: "รวม 25 คน".</summary>
    [GeneratedRegex(@"\p{Nd}+(คน|ราย)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex People();
}
