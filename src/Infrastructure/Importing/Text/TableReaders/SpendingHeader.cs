using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// The columns of a spending table, found by the words of its header and by its values: the columns of each quarter
/// (several if the table has months), the total, the activity and its number. A quarter or a total that two columns
/// claim has none.
/// </summary>
internal sealed partial class SpendingHeader
{
    public const int Total = 4;
    private const int MostRows = 4;

    private readonly List<int>[] amounts =
    [
        [],
        [],
        [],
        [],
        [],
    ];
    private readonly HashSet<int> known = [];
    private readonly List<int> classes = [];
    private readonly Dictionary<Cell, SpendingHead> heads = [];

    private SpendingHeader(int rows) => Rows = rows;

    /// <summary>The number of header rows.</summary>
    public int Rows { get; }

    /// <summary>The columns with the amounts of quarters 1 to 4 and the total; empty if the table has none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Amounts => amounts;

    /// <summary>The columns with amounts by class of expense.</summary>
    public IReadOnlyList<int> Classes => classes;

    public int Name { get; private set; }

    /// <summary>The column with the activities' numbers, or null.</summary>
    public int? Number { get; private set; }

    /// <summary>Whether a column is one of a known kind, even if the plan has no field for it.</summary>
    public bool IsKnown(int column) => known.Contains(column);

    /// <summary>Whether a column to the right of the activity is of no known kind: an amount in it cannot be placed.</summary>
    public bool IsUnplaced(int column) => column > Name && !known.Contains(column);

    public int FirstAmount => amounts.SelectMany(columns => columns).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>The header of a table; null if the table is not a spending table.</summary>
    public static SpendingHeader? Of(Table table)
    {
        var rows = 0;
        while (
            rows < Math.Min(MostRows, table.Rows.Count)
            && IsHeader(table.Rows[rows], rows == 0 ? null : table.Rows[rows - 1])
        )
            rows++;
        var header = new SpendingHeader(rows);
        var columns = ColumnHeads.Of([.. table.Rows.Take(rows)]);
        var hasMonths = header.Learn(columns);
        if (header.amounts.Take(Total).All(one => one.Count == 0))
            return null;
        header.LearnName(table, columns);
        header.FindTotal(table);
        var body = table.Rows.Skip(rows).ToList();
        var hasAmount = body.Exists(row =>
            header.amounts.Take(Total).SelectMany(one => one).Any(column => Numbers.Money(row[column]?.Flat ?? "") > 0)
        );
        return hasMonths && !hasAmount ? null : header;
    }

    /// <summary>What a cell of the header names.</summary>
    public SpendingHead HeadOf(Cell cell) => heads.TryGetValue(cell, out var head) ? head : SpendingHead.Of(cell.Flat);

    /// <summary>Whether a table has other columns of amounts than this one, for activities of the same names.</summary>
    public bool IsContinuedBy(SpendingHeader other) =>
        Named(this).Count > 0 && Named(other).Count > 0 && !Named(this).Overlaps(Named(other));

    /// <summary>The texts of the headings that name a quarter or a month.</summary>
    private static HashSet<string> Named(SpendingHeader header) =>
        [.. header.heads.Where(one => one.Value.Quarter > 0).Select(one => Markup.Squeeze(one.Key.Flat))];

    /// <summary>Whether a row below the header repeats it.</summary>
    public static bool IsRepeated(Row row) =>
        row.Filled.Count(cell => cell.HasLetters && SpendingHead.Of(cell.Flat) is { Kind: HeadKind.Quarter }) >= 2;

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

    /// <summary>Learns the columns from the words above them; returns whether some are months.</summary>
    private bool Learn(IReadOnlyList<IReadOnlyList<Cell>> columns)
    {
        var months = false;
        List<int>[] sums =
        [
            [],
            [],
            [],
            [],
        ];
        List<int> bare = [];
        for (var column = 0; column < columns.Count; column++)
        {
            var heads = columns[column]
                .Select((cell, i) => HeadOf(cell, columns[column].ElementAtOrDefault(i - 1)))
                .ToList();
            var own = heads.FindLast(head => head.Kind is not (HeadKind.Unknown or HeadKind.Group or HeadKind.Span));
            var quarter = heads.FindLast(head => head.Quarter > 0).Quarter;
            if (own.Kind == HeadKind.Unknown)
                continue;
            known.Add(column);
            if (heads.Exists(head => head.Kind == HeadKind.Result))
                continue;
            months |= own.Kind == HeadKind.Month;
            if (own.Kind == HeadKind.Class)
                classes.Add(column);
            if (own.Kind is HeadKind.Counter && column < columns.Count - 1)
                Number ??= column;
            else if (own.Kind is HeadKind.Quarter or HeadKind.Month || (own.Kind is HeadKind.Amount && quarter > 0))
                amounts[quarter - 1].Add(column);
            else if (own.Kind == HeadKind.Total && quarter > 0)
                sums[quarter - 1].Add(column);
            else if (own.Kind == HeadKind.Total || (own.Kind == HeadKind.Amount && HasTotal(heads)))
                amounts[Total].Add(column);
            else if (own.Kind == HeadKind.Amount)
                bare.Add(column);
        }

        Settle(sums, bare, months);
        return months;
    }

    private SpendingHead HeadOf(Cell cell, Cell? above) => heads[cell] = SpendingHead.Of(cell.Flat, above?.Flat ?? "");

    private static bool HasTotal(List<SpendingHead> heads) => heads.Exists(head => head.Kind == HeadKind.Total);

    /// <summary>Leaves each quarter and the total with one column, or with its months; what is in doubt has none.</summary>
    private void Settle(List<int>[] sums, List<int> bare, bool months)
    {
        for (var quarter = 0; quarter < Total; quarter++)
        {
            if (sums[quarter].Count == 1)
                amounts[quarter] = sums[quarter];
            else if (sums[quarter].Count > 1 || (amounts[quarter].Count > 1 && (!months || amounts[quarter].Count > 3)))
                Doubt(quarter);
        }

        if (amounts[Total].Count == 0 && bare.Count == 1)
            amounts[Total] = bare;
        else if (amounts[Total].Count > 1)
            Doubt(Total);
    }

    private void Doubt(int part)
    {
        known.ExceptWith(amounts[part]);
        amounts[part].Clear();
    }

    /// <summary>The column named so; otherwise the last one before the amounts that has texts.</summary>
    private void LearnName(Table table, IReadOnlyList<IReadOnlyList<Cell>> columns)
    {
        var named = columns
            .Index()
            .Where(one => one.Item.Any(cell => SpendingHead.Of(cell.Flat).Kind == HeadKind.Activity))
            .Select(one => one.Index)
            .Where(index => index < FirstAmount)
            .ToList();
        var first = Math.Min(FirstAmount, table.Rows.Max(row => row.Cells.Count));
        Name = named.Count > 0 ? named[0] : Math.Max(0, Enumerable.Range(0, first).LastOrDefault(IsFree, first - 1));
        known.Add(Name);
        if (Number is null && Name > 0 && !known.Contains(Name - 1) && IsCounter(table, Name - 1))
            Number = Name - 1;
        if (Number is { } number)
            known.Add(number);

        bool IsFree(int column) => !known.Contains(column);
    }

    private bool IsCounter(Table table, int column) =>
        table
            .Rows.Skip(Rows)
            .Select(row => row[column])
            .All(cell => cell is null || cell.IsEmpty || Counter().IsMatch(ThaiNumber.ToArabicDigits(cell.Flat)));

    /// <summary>An unnamed column that is the sum of the quarters in every row is the total.</summary>
    private void FindTotal(Table table)
    {
        if (amounts[Total].Count > 0)
            return;
        var width = table.Rows.Max(row => row.Cells.Count);
        var found = Enumerable.Range(Name + 1, Math.Max(0, width - Name - 1)).Where(IsSum).ToList();
        if (found.Count == 1)
        {
            amounts[Total].Add(found[0]);
            known.Add(found[0]);
        }

        bool IsSum(int column)
        {
            var rows = table.Rows.Skip(Rows).Where(row => row[column]?.IsEmpty == false).ToList();
            return !known.Contains(column)
                && rows.Count > 0
                && rows.TrueForAll(row => Numbers.Money(row[column]!.Flat) is { } sum && sum == SumOf(row));
        }
    }

    private decimal SumOf(Row row) =>
        amounts.Take(Total).SelectMany(one => one).Sum(column => Numbers.Money(row[column]?.Flat ?? "") ?? 0);

    [GeneratedRegex(@"^[(]?[0-9]{1,2}(\.[0-9]{1,2})*[.)]?\z")]
    private static partial Regex Counter();
}
