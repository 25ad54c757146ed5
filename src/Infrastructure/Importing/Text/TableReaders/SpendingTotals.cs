using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Finds the columns of a spending table that sum others.</summary>
internal static class SpendingTotals
{
    /// <summary>The only column without a name that is the sum of the quarters in every row; null if there is none.</summary>
    public static int? Unnamed(SpendingHeader header, List<Row> body)
    {
        var others = Math.Max(0, header.WidthWith(body) - header.Name - 1);
        var found = Enumerable.Range(header.Name + 1, others).Where(IsSum).ToList();
        return found.Count == 1 ? found[0] : null;

        bool IsSum(int column)
        {
            var rows = body.FindAll(row => row[column]?.IsEmpty == false);
            return !header.IsKnown(column)
                && rows.Count > 0
                && rows.TrueForAll(row => Numbers.Money(row[column]!.Flat) is { } sum && sum == SumOf(row));
        }

        decimal SumOf(Row row) => header.Quarters.Sum(column => Numbers.Money(row[column]?.Flat ?? "") ?? 0);
    }

    /// <summary>
    /// Columns whose heading is that of a total, each with the columns that it sums: those of quarters to its left, from the
    /// previous such column on. "รวม 6 เดือนแรก". Whether the amounts are these sums is checked in each row.
    /// </summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<int>> Partial(
        SpendingHeader header,
        IReadOnlyList<IReadOnlyList<Cell>> columns
    )
    {
        var sums = new Dictionary<int, IReadOnlyList<int>>();
        var quarters = header.Quarters.ToHashSet();
        var since = new List<int>();
        for (var column = header.Name + 1; column < columns.Count; column++)
        {
            if (quarters.Contains(column))
                since.Add(column);
            else if (
                !header.IsKnown(column)
                && since.Count > 0
                && columns[column] is [.., var head]
                && Terms.At(Concept.TotalRow, head.Flat) is not null
            )
            {
                sums[column] = since;
                since = [];
            }
        }

        return sums;
    }
}
