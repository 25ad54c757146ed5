using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <inheritdoc cref="IStaffFileReader"/>
internal sealed class StaffFileReader : IStaffFileReader
{
    private const int MaxRows = 5_000;
    private const int ExampleRows = 3;
    private const int NumbersNamed = 5;

    public string KeyOf(string text) => CellText.Letters(text);

    public Result<StaffFile> Read(
        ReadOnlyMemory<byte> content,
        IReadOnlyList<ColumnChoice> choices,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (grids, isExcel) = TableFile.Grids(content, cancellationToken);
            return Read([.. grids], choices, isExcel, cancellationToken);
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

    private static Result<StaffFile> Read(
        List<Grid> grids,
        IReadOnlyList<ColumnChoice> choices,
        bool isExcel,
        CancellationToken cancellationToken
    )
    {
        var maps = ColumnMap.Of(grids.Where(grid => !grid.IsHidden), choices);
        // Beside the list there can be sheets with sums, which have no names.
        if (isExcel && maps.Any(map => map.HasNames))
            maps = [.. maps.Where(map => map.HasNames)];
        if (maps.Count == 0)
            return Refused(
                "has no row of headers, such as “ชื่อ-สกุล”, “ประเภท”, “ตำแหน่ง” and “วันเริ่ม” (“Full name”, “Category”, “Position”, “From”).",
                "ไม่มีแถวหัวตาราง เช่น “ชื่อ-สกุล” “ประเภท” “ตำแหน่ง” และ “วันเริ่ม”"
            );
        if (isExcel && maps.Count > 1)
        {
            var names = string.Join(", ", maps.Select(map => $"“{map.Grid.Sheet}”"));
            return Refused(
                $"has several sheets with people: {names}. Put all of them into one, or hide the others.",
                $"มีหลายแผ่นงานที่มีข้อมูลบุคลากร คือ {names} โปรดรวมเป็นแผ่นเดียว หรือซ่อนแผ่นอื่น"
            );
        }

        // Of the separators, the right one is that with which most headers are known.
        var map = maps.MaxBy(map => map.Known)!;
        if (map.Grid.Refusal is { } refusal)
            return Refused(refusal);
        if (map.Faults.Count > 0)
            return new StaffFileRefused(map.Faults, map.Columns);
        var unread = isExcel ? grids.Where(grid => grid != map.Grid && grid.Rows.Count > 0) : [];
        return Rows(map, [.. unread], cancellationToken);
    }

    private static Result<StaffFile> Rows(ColumnMap map, List<Grid> unread, CancellationToken cancellationToken)
    {
        var reader = new RowReader(map);
        var kinds = new PeopleRows(map);
        var people = map.Rows.Where(kinds.IsOfPerson).ToList();
        LocalText? refusal =
            people.Count == 0 ? new("has no row about a person below its headers.", "ไม่มีแถวข้อมูลบุคลากรใต้หัวตาราง")
            : people.Count > MaxRows
                ? new(
                    $"has {people.Count:N0} rows about people; at most {MaxRows:N0}.",
                    $"มีข้อมูลบุคลากร {people.Count:N0} แถว มีได้ไม่เกิน {MaxRows:N0} แถว"
                )
            : Hidden(map, people);
        if (refusal is not null)
            return new StaffFileRefused([new StaffFault(null, null, refusal)], map.Columns);
        var rows = new List<StaffRow>();
        foreach (var row in people)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(reader.Read(row));
        }

        var ignored = map.Rows.Except(people).ToList();
        return new StaffFile(map.Columns, rows, reader.Faults, [.. ignored.Select(row => row.Number)])
        {
            Notices = StaffNotices.Of(map, people, unread),
            Headings =
            [
                .. map.Titles.Select(row => Heading(row, isTitle: true)),
                .. ignored.Where(kinds.IsHeading).Select(row => Heading(row, isTitle: false)),
            ],
            Examples = map
                .Columns.Where(column => column.Field is not null)
                .ToDictionary(
                    column => column.Name,
                    column =>
                        (IReadOnlyList<string>)
                            [.. people.Take(ExampleRows).Select(row => reader.Shown(row, column.Field!.Value))]
                ),
        };
    }

    private static StaffHeading Heading(GridRow row, bool isTitle) =>
        new(row.Number, string.Join(' ', row.Cells.OrderBy(cell => cell.Key).Select(cell => cell.Value.Text)), isTitle);

    /// <summary>Rows that a filter hides may be wanted or not, which nobody can tell from the file.</summary>
    private static LocalText? Hidden(ColumnMap map, List<GridRow> people)
    {
        var hidden = people.Select(row => row.Number).Where(map.Grid.HiddenRows.Contains).ToList();
        if (hidden.Count == 0)
            return null;
        var named = string.Join(", ", hidden.Take(NumbersNamed)) + (hidden.Count > NumbersNamed ? " …" : "");
        return new LocalText(
            $"has {hidden.Count} hidden rows about people ({named}); show or delete them.",
            $"มีแถวข้อมูลบุคลากรที่ถูกซ่อน {hidden.Count} แถว ({named}) โปรดแสดงหรือลบแถวเหล่านี้"
        );
    }

    private static StaffFileRefused Refused(string english, string thai) => Refused(new LocalText(english, thai));

    private static StaffFileRefused Refused(LocalText reason) => new([new StaffFault(null, null, reason)]);
}
