using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// The columns of a spending table, found by the words of its header and by its values: the columns of each quarter
/// (several if the table has months), the total, the activity and its number. A quarter or a total that two columns
/// claim has none.
/// </summary>
internal sealed class SpendingHeader
{
    public const int Total = 4;

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
    private readonly HashSet<int> satang = [];
    private IReadOnlyDictionary<int, IReadOnlyList<int>> sums = new Dictionary<int, IReadOnlyList<int>>();
    private readonly Dictionary<Cell, SpendingHead> heads = [];

    private SpendingHeader(int rows) => Rows = rows;

    /// <summary>The number of header rows.</summary>
    public int Rows { get; }

    /// <summary>The columns with the amounts of quarters 1 to 4 and the total; empty if the table has none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Amounts => amounts;

    /// <summary>The columns with amounts by class of expense.</summary>
    public IReadOnlyList<int> Classes => classes;

    /// <summary>The columns that repeat the sum of others: "รวม 6 เดือนแรก".</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> Sums => sums;

    /// <summary>The number of columns.</summary>
    public int Width { get; private init; }

    /// <summary>The same, or the number of cells in the longest row.</summary>
    public int WidthWith(List<Row> body) => Math.Max(Width, body.Select(row => row.Cells.Count).DefaultIfEmpty().Max());

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
        var rows = SpendingHeaderRows.Count(table);
        var columns = ColumnHeads.Of([.. table.Rows.Take(rows)]);
        var header = new SpendingHeader(rows) { Width = columns.Count };
        var hasMonths = header.Learn(columns);
        if (header.amounts.Take(Total).All(one => one.Count == 0) && !header.HasOtherParts())
            return null;
        var body = table.Rows.Skip(rows).ToList();
        header.LearnName(body, columns);
        if (header.amounts[Total].Count == 0 && SpendingTotals.Unnamed(header, body) is { } total)
        {
            header.amounts[Total].Add(total);
            header.known.Add(total);
        }

        header.sums = SpendingTotals.Partial(header, columns);
        header.known.UnionWith(header.sums.Keys);
        var cells = body.SelectMany(row => header.Quarters.Select(column => row[column]?.Flat ?? "")).ToList();
        var hasAmount = cells.Exists(text => Numbers.Money(text) > 0);
        header.IsTicked = !hasAmount && cells.Exists(text => text.Length > 0 && Numbers.Money(text) is null);
        return hasMonths && !hasAmount && !(header.IsTicked && header.amounts[Total].Count > 0) ? null : header;
    }

    /// <summary>The columns of the quarters or their months.</summary>
    public IEnumerable<int> Quarters => amounts.Take(Total).SelectMany(one => one);

    /// <summary>Whether the table says how the money is divided into quarters.</summary>
    public bool HasQuarters => !IsTicked && Quarters.Any();

    /// <summary>Whether the quarters have no amounts, so that a mark in them may say where the total of its row belongs.</summary>
    public bool IsTicked { get; private set; }

    /// <summary>Whether the table only has totals, without any parts of them.</summary>
    public bool IsWithoutParts =>
        !Quarters.Any() && !heads.Values.Any(head => head.Kind is HeadKind.Part or HeadKind.Class);

    /// <summary>Whether a column has the satang of the baht to its left.</summary>
    public bool IsSatang(int column) => satang.Contains(column);

    /// <summary>
    /// Whether the words name activities, their money, and no quarters of it: parts such as instalments or classes of
    /// expense, or no parts, if nothing else in the header is unknown.
    /// </summary>
    private bool HasOtherParts() =>
        amounts[Total].Count == 1
        && heads.Keys.Any(cell => Terms.Begin(Concept.Activity, cell.Flat))
        && (
            heads.Values.Any(head => head.Kind is HeadKind.Part or HeadKind.Class)
            || (
                heads.Values.Any(head => head.Kind == HeadKind.Amount)
                && heads.All(one => one.Value.Kind != HeadKind.Unknown || Terms.Begin(Concept.Activity, one.Key.Flat))
            )
        );

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
            if (own.Kind is HeadKind.Unknown or HeadKind.Part)
                continue;
            known.Add(column);
            if (heads.Exists(head => head.Kind == HeadKind.Result))
                continue;
            months |= own.Kind == HeadKind.Month;
            if (own.Kind == HeadKind.Class)
                classes.Add(column);
            if (own.Kind == HeadKind.Satang)
                LearnSatang(column, quarter > 0 ? quarter - 1 : Total);
            else if (own.Kind is HeadKind.Counter && column < columns.Count - 1)
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

    /// <summary>Satang belong to the baht directly to their left.</summary>
    private void LearnSatang(int column, int part)
    {
        if (amounts[part].Contains(column - 1) && satang.Add(column))
            amounts[part].Add(column);
        else
            known.Remove(column);
    }

    private int CountOf(int part) => amounts[part].Count(column => !satang.Contains(column));

    private SpendingHead HeadOf(Cell cell, Cell? above) => heads[cell] = SpendingHead.Of(cell.Flat, above?.Flat ?? "");

    private static bool HasTotal(List<SpendingHead> heads) => heads.Exists(head => head.Kind == HeadKind.Total);

    /// <summary>Leaves each quarter and the total with one column, or with its months; what is in doubt has none.</summary>
    private void Settle(List<int>[] sums, List<int> bare, bool months)
    {
        for (var quarter = 0; quarter < Total; quarter++)
        {
            if (sums[quarter].Count == 1)
                amounts[quarter] = sums[quarter];
            else if (sums[quarter].Count > 1 || (CountOf(quarter) > 1 && (!months || CountOf(quarter) > 3)))
                Doubt(quarter);
        }

        if (amounts[Total].Count == 0 && bare.Count == 1)
            amounts[Total] = bare;
        else if (CountOf(Total) > 1)
            Doubt(Total);
    }

    private void Doubt(int part)
    {
        known.ExceptWith(amounts[part]);
        amounts[part].Clear();
    }

    /// <summary>The column named so; otherwise the last one before the amounts that has texts.</summary>
    private void LearnName(List<Row> body, IReadOnlyList<IReadOnlyList<Cell>> columns)
    {
        var named = columns
            .Index()
            .Where(one => one.Item.Any(cell => SpendingHead.Of(cell.Flat).Kind == HeadKind.Activity))
            .Select(one => one.Index)
            .Where(index => index < FirstAmount)
            .ToList();
        var first = Math.Min(FirstAmount, WidthWith(body));
        Name = named.Count > 0 ? named[0] : Math.Max(0, Enumerable.Range(0, first).LastOrDefault(IsFree, first - 1));
        if (Number is null && named.Count > 0 && NumberColumn.IsBelow(columns, Name, body))
            Number = Name++;
        known.Add(Name);
        if (Number is null && Name > 0 && !known.Contains(Name - 1) && NumberColumn.Is(Name - 1, body))
            Number = Name - 1;
        if (Number is { } number)
            known.Add(number);

        bool IsFree(int column) => !known.Contains(column);
    }
}
