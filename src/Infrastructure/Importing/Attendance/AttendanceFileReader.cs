using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Attendance;

/// <inheritdoc cref="IAttendanceFileReader"/>
internal sealed class AttendanceFileReader : IAttendanceFileReader
{
    private const int MaxRows = 5_000;
    private const int MaxMarks = 50_000;

    private static readonly LocalText NoHeaders = new(
        "has no row of headers that say who (“รหัสบุคลากร”, “ชื่อ-สกุล” or “รหัสการลงทะเบียน”; “Staff number”, “Full name”, “Enrolment”), and either the sessions (“ครั้งที่ 1”, “9/1/2566 09:00”) or “ครั้งที่” or “วันที่” with “นาที” (“Session” or “Date” with “Minutes”).",
        "ไม่มีแถวหัวตารางที่ระบุบุคคล (“รหัสบุคลากร” “ชื่อ-สกุล” หรือ “รหัสการลงทะเบียน”) และช่วงเวลา (“ครั้งที่ 1” “9/1/2566 09:00”) หรือ “ครั้งที่” หรือ “วันที่” พร้อม “นาที”"
    );

    private static readonly LocalText OfNobody = new(
        "has minutes, but does not say whose they are.",
        "มีจำนวนนาที แต่ไม่ได้ระบุว่าเป็นของใคร"
    );

    public string KeyOf(string text) => CellText.Letters(text);

    public Result<AttendanceFile> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            var (grids, isExcel) = TableFile.Grids(content, cancellationToken);
            List<AttendanceTable> tables =
            [
                .. grids.Where(grid => !grid.IsHidden).Select(AttendanceTable.Of).OfType<AttendanceTable>(),
            ];
            if (tables.Count == 0)
                return Refused(NoHeaders);
            if (isExcel && tables.Count > 1)
                return Refused(SeveralSheets(tables));
            // Of the separators, the right one is that with which most headers are known.
            var table = tables.MaxBy(one => one.Known)!;
            return table.Grid.Refusal is { } refusal ? Refused(refusal)
                : table.Twice is { } twice ? Refused(twice)
                : table.Unread is { } unread ? Refused(unread)
                : Rows(table, cancellationToken);
        }
        catch (RefusedFormException refused)
        {
            return Refused(refused.Reason);
        }
        // The libraries throw any exception for a damaged file.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Refused(TableFile.Damaged);
        }
    }

    private static Result<AttendanceFile> Rows(AttendanceTable table, CancellationToken cancellationToken)
    {
        var (rows, faults, ignored) = (new List<AttendanceRow>(), new List<StaffFault>(), new List<int>());
        var (ofNobody, marks) = (0, 0);
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (table.IsOfNobody(row))
            {
                faults.Add(new StaffFault(row.Number, null, OfNobody));
                ofNobody++;
                continue;
            }

            if (!table.IsOfPerson(row))
            {
                ignored.Add(row.Number);
                continue;
            }

            if (table.Grid.HiddenRows.Contains(row.Number))
                faults.Add(
                    new StaffFault(
                        row.Number,
                        null,
                        new LocalText("is hidden; show or delete it.", "ถูกซ่อนอยู่ โปรดแสดงหรือลบ")
                    )
                );
            rows.Add(table.Read(row, faults));
            marks += rows[^1].Marks.Count;
        }

        var count = rows.Count + ofNobody;
        LocalText? refusal =
            count == 0 ? new("has no row about a person below its headers.", "ไม่มีแถวข้อมูลบุคลากรใต้หัวตาราง")
            : count > MaxRows
                ? new(
                    $"has {count:N0} rows about people; at most {MaxRows:N0}.",
                    $"มีข้อมูล {count:N0} แถว มีได้ไม่เกิน {MaxRows:N0} แถว"
                )
            : marks > MaxMarks
                ? new(
                    $"has minutes in {marks:N0} cells; at most {MaxMarks:N0}.",
                    $"มีจำนวนนาที {marks:N0} ช่อง มีได้ไม่เกิน {MaxMarks:N0} ช่อง"
                )
            : null;
        return refusal is null ? new AttendanceFile(rows, faults, ignored, table.Unused) : Refused(refusal);
    }

    private static LocalText SeveralSheets(List<AttendanceTable> tables)
    {
        var names = string.Join(", ", tables.Select(table => $"“{table.Grid.Sheet}”"));
        return new LocalText(
            $"has several sheets with attendance: {names}. Put all of them into one, or hide the others.",
            $"มีหลายแผ่นงานที่มีการเข้าร่วม คือ {names} โปรดรวมเป็นแผ่นเดียว หรือซ่อนแผ่นอื่น"
        );
    }

    private static AttendanceFileRefused Refused(LocalText reason) => new([new StaffFault(null, null, reason)]);
}
