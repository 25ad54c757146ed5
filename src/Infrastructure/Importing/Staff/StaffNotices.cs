using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>What the form of a file says besides its texts: what is hidden, and what is struck through.</summary>
internal static class StaffNotices
{
    private static readonly LocalText StruckRow = new(
        "is struck through, and was read all the same; delete it if the person is no longer in the list.",
        "ถูกขีดฆ่า แต่อ่านเป็นข้อมูลตามปกติ โปรดลบแถวหากไม่ใช้แล้ว"
    );

    private static readonly LocalText StruckCell = new(
        "is struck through, and was read all the same; delete it if it does not hold.",
        "ถูกขีดฆ่า แต่อ่านเป็นข้อมูลตามปกติ โปรดลบหากไม่ใช้แล้ว"
    );

    private static readonly LocalText HiddenColumn = new(
        "is hidden, and was read all the same.",
        "ถูกซ่อนอยู่ แต่อ่านเป็นข้อมูลตามปกติ"
    );

    /// <param name="people">The rows about people.</param>
    /// <param name="unread">Tables of the file that were not read.</param>
    public static IReadOnlyList<StaffNotice> Of(
        ColumnMap map,
        IReadOnlyList<GridRow> people,
        IEnumerable<Grid> unread
    ) =>
        [
            .. Sheets(unread),
            .. map.HiddenHeaders.Select(header => new StaffNotice([], header, HiddenColumn)),
            .. Struck(map, people),
        ];

    private static IEnumerable<StaffNotice> Sheets(IEnumerable<Grid> unread)
    {
        foreach (var sheets in unread.GroupBy(grid => grid.IsHidden))
        {
            var names = string.Join(", ", sheets.Select(grid => $"“{grid.Sheet}” ({grid.Rows.Count:N0})"));
            yield return new StaffNotice(
                [],
                null,
                sheets.Key
                    ? new LocalText(
                        $"has hidden sheets, which were not read (with their rows): {names}.",
                        $"มีแผ่นงานที่ถูกซ่อน ซึ่งไม่ได้อ่าน (จำนวนแถว): {names}"
                    )
                    : new LocalText(
                        $"has sheets without the headers of a list of staff, which were not read (with their rows): {names}.",
                        $"มีแผ่นงานที่ไม่มีหัวตารางของรายชื่อบุคลากร ซึ่งไม่ได้อ่าน (จำนวนแถว): {names}"
                    )
            );
        }
    }

    private static List<StaffNotice> Struck(ColumnMap map, IReadOnlyList<GridRow> people)
    {
        var rows = people.Where(row => Cells(map, row).All(cell => cell.Cell.Strike == Strike.All)).ToList();
        var notices = new List<StaffNotice>();
        if (rows.Count > 0)
            notices.Add(new StaffNotice([.. rows.Select(row => row.Number)], null, StruckRow));
        notices.AddRange(
            from row in people.Except(rows)
            from cell in Cells(map, row)
            where cell.Cell.Strike == Strike.All
            group row.Number by map.HeaderOf(cell.Field) into numbers
            select new StaffNotice([.. numbers], numbers.Key, StruckCell)
        );
        return notices;
    }

    private static IEnumerable<(StaffField Field, GridCell Cell)> Cells(ColumnMap map, GridRow row) =>
        map.Fields.Select(field => (field, map.Cell(row, field)!)).Where(cell => cell.Item2 is not null);
}
