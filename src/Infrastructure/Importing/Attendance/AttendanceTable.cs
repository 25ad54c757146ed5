using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Attendance;

/// <summary>
/// A table of attendance. It has a column for each session, with minutes in it; or a row for each person and session, with a
/// column that names the session, by its number or by its day and possibly its time, and one for the minutes.
/// </summary>
internal sealed class AttendanceTable
{
    private const int MaxRowsAbove = 50;

    private static readonly StaffField[] NameFields = [StaffField.FullName, StaffField.GivenName, StaffField.Surname];

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
        [.. columns.Where(column => !column.IsKnown && column.Header.Length > 0).Select(column => column.Header)];

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
            var table = new AttendanceTable(grid, i, columns);
            if (table.IsComplete && table.Known > (best?.Known ?? 0))
                best = table;
        }

        return best;
    }

    /// <summary>Whether a row is about a person, and not a total, a note or the headers again.</summary>
    public bool IsOfPerson(GridRow row) =>
        columns.Exists(column => column.IsPerson && row.Text(column.Number).Length > 0)
        && !StaffHeaders.IsBesideTable(row.Cells.OrderBy(cell => cell.Key).First().Value.Text)
        && !columns.Where(column => column.IsKnown).All(column => row.Text(column.Number) == column.Header);

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
        var named = NameFields
            .Select(field => columns.Find(column => column.Field == field))
            .OfType<AttendanceColumn>()
            .ToList();
        var name = string.Join(' ', named.Select(column => row.Text(column.Number)).Where(text => text.Length > 0));
        return name.Length == 0 ? null : new AttendanceCell(named[0].Header, name);
    }

    private IEnumerable<AttendanceMark> Wide(GridRow row, List<StaffFault> faults)
    {
        foreach (var column in columns.Where(column => column.Session is not null))
        {
            if (Minutes(row, column, faults) is { } minutes)
                yield return new AttendanceMark(column.Header, column.Header, column.Session!, minutes);
        }
    }

    private IReadOnlyList<AttendanceMark> Long(GridRow row, List<StaffFault> faults)
    {
        var by = Of(AttendancePart.Session) ?? Of(AttendancePart.Day)!;
        var time = Of(AttendancePart.Time);
        var session = row.Cells.TryGetValue(by.Number, out var cell)
            ? SessionNames.Of(cell, time is null ? "" : row.Text(time.Number))
            : null;
        if (session is null)
            faults.Add(new StaffFault(row.Number, by.Header, SessionNames.NoSession));
        var column = Of(AttendancePart.Minutes)!;
        if (row.Text(column.Number).Length == 0)
            faults.Add(new StaffFault(row.Number, column.Header, new LocalText("is missing.", "ไม่ได้ระบุ")));
        return Minutes(row, column, faults) is { } minutes && session is not null
            ? [new AttendanceMark(column.Header, by.Header, session, minutes)]
            : [];
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
}
