using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Finds the rows of a spending table's header, by their words and because none has amounts.</summary>
internal static class SpendingHeaderRows
{
    private const int MostRows = 4;

    public static int Count(Table table)
    {
        var rows = 0;
        while (
            rows < Math.Min(MostRows, table.Rows.Count)
            && IsHeader(table.Rows[rows], rows == 0 ? null : table.Rows[rows - 1])
        )
            rows++;
        return rows;
    }

    private static bool IsHeader(Row row, Row? above)
    {
        var heads = row
            .Filled.Select(cell => (Cell: cell, Head: SpendingHead.Of(cell.Flat, Above(cell, above))))
            .ToList();
        if (heads.Exists(one => one.Head.Kind == HeadKind.Unknown && Numbers.Money(one.Cell.Flat) is not null))
            return false;
        var names = heads.Exists(one => one.Head.IsOfAmounts && one.Cell.Index > 0);
        if (above is null)
            return names
                || heads.TrueForAll(one => one.Head.Kind == HeadKind.Group)
                || heads.Exists(one => one.Head.Kind == HeadKind.Activity);
        return names
            && heads.TrueForAll(one => one.Head.Kind != HeadKind.Unknown)
            && (row.First.IsEmpty || SpendingHead.Of(row.First.Flat).Kind is HeadKind.Activity or HeadKind.Counter);
    }

    /// <summary>The text of the cell above, or of the merged cell that it is part of.</summary>
    private static string Above(Cell cell, Row? above) =>
        above?.Cells.Take(cell.Index + 1).LastOrDefault(one => !one.IsEmpty)?.Flat ?? "";
}
