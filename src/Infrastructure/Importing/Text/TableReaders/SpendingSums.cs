using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Recognises rows of a spending table by their amounts and their place: a total row in words that are not
/// known, sums of some activities, and the second line of an activity's name.
/// </summary>
internal sealed class SpendingSums
{
    private const int FewestSummed = 2;

    private readonly SpendingHeader header;
    private readonly List<Row> rows;
    private readonly decimal unit;
    private readonly HashSet<Row> subtotals = [];

    private readonly Row? last;

    /// <param name="total">The total row by its words; null if there is none.</param>
    /// <param name="unit">What amounts are multiplied by to be in baht.</param>
    public SpendingSums(SpendingHeader header, List<Row> rows, Row? total, decimal unit)
    {
        (this.header, this.rows, this.unit) = (header, rows, unit);
        FindSubtotals();
        Total = total is null ? FindTotal() : null;
        last = total ?? Total;
    }

    /// <summary>
    /// The last row with amounts, if it has no number and each of its amounts is the sum of those above; null if it is
    /// not. A row that repeats a single one above is a total only in the words of one.
    /// </summary>
    public Row? Total { get; }

    /// <summary>
    /// Whether a row sums the activities since the sum before it: in words of a total with further words, and with
    /// several activities or the name of the group that it sums.
    /// </summary>
    public bool IsSubtotal(Row row) => subtotals.Contains(row);

    /// <summary>Whether a row repeats, at the end or the beginning of a page, the sum of the activities above it.</summary>
    public bool IsCarried(Row row) => !IsNumbered(row) && Terms.Are(Concept.Carried, row.Filled.First().Flat);

    /// <summary>Whether a row with numbers is below the total of all activities, and none itself: shares, or what is left.</summary>
    public bool IsBelowTotal(Row row) =>
        last is not null
        && row != last
        && !IsNumbered(row)
        && header
            .Amounts.SelectMany(columns => columns)
            .Any(column => Numbers.Measure(row[column]?.Flat ?? "") is not null)
        && rows.IndexOf(row) > rows.IndexOf(last)
        && IsSumOfAllAbove(last);

    /// <summary>
    /// Whether a row has the shares of the quarters in the total above it, each or added up: "คิดเป็นร้อยละ". They are in the
    /// plan by the amounts that they are computed from.
    /// </summary>
    public bool IsShare(Row row)
    {
        if (last is null || !IsBelowTotal(row) || AmountsOf(last) is not { } amounts)
            return false;
        var total = amounts[SpendingHeader.Total] ?? amounts.Sum();
        var cells = row.Filled.Where(cell => cell.Index > header.Name).ToList();
        return total > 0
            && (cells.TrueForAll(cell => Is(cell, added: false)) || cells.TrueForAll(cell => Is(cell, added: true)));

        bool Is(Cell cell, bool added)
        {
            var part = header.Amounts.Index().FirstOrDefault(one => one.Item.Contains(cell.Index), (-1, [])).Index;
            var amount =
                part == SpendingHeader.Total ? total
                : added ? amounts.Take(part + 1).Sum()
                : amounts.ElementAtOrDefault(part);
            return part >= 0
                && Numbers.Measure(cell.Flat) is { } share
                && decimal.Round((amount ?? 0) * 100 / total.Value, share.Scale, MidpointRounding.AwayFromZero)
                    == share;
        }
    }

    public bool IsSumOfAllAbove(Row row) =>
        AmountsOf(row) is not null && IsSumOf(row, [.. rows.TakeWhile(one => one != row).Where(IsSummed)]);

    /// <summary>
    /// Whether a row with amounts may be the second line of the name above, or an activity of its own: it is the only
    /// one without a number below a number without amounts.
    /// </summary>
    public bool MayGoOn(Row row)
    {
        var index = rows.IndexOf(row);
        return index > 0
            && row != Total
            && !IsNumbered(row)
            && !IsSubtotal(row)
            && IsNumbered(rows[index - 1])
            && AmountsOf(row) is not null
            && AmountsOf(rows[index - 1]) is null
            && !StartsTotal(row)
            && (index + 1 == rows.Count || IsNumbered(rows[index + 1]) || StartsTotal(rows[index + 1]))
            && rows.Count(IsNumbered) > 1;
    }

    private Row? FindTotal()
    {
        var last = rows.LastOrDefault(row => AmountsOf(row) is not null);
        if (last is null || IsNumbered(last) || (subtotals.Contains(last) && subtotals.Count > 1))
            return null;
        // The only sum of some activities, at the end of the table, is that of all.
        subtotals.Remove(last);
        var summed = rows.TakeWhile(row => row != last).Where(IsSummed).ToList();
        return
            IsSumOf(last, summed)
            && (
                summed.Count >= FewestSummed
                || (summed.Count == 1 && Terms.Occur(Concept.TotalWord, last.Filled.First().Flat))
            )
            ? last
            : null;
    }

    private void FindSubtotals()
    {
        var since = new List<Row>();
        var group = "";
        foreach (var row in rows)
        {
            if (AmountsOf(row) is null)
            {
                group = Markup.Squeeze(row.Filled.First().Flat);
                continue;
            }

            var label = row.Filled.First().Flat;
            var rest = Terms.At(Concept.TotalRow, label) is { } length ? Markup.Squeeze(label[length..]) : "";
            if (
                rest.Length > 0
                && !IsNumbered(row)
                && IsSumOf(row, since.FindAll(IsSummed))
                && (
                    since.Count >= FewestSummed
                    || group.StartsWith(rest, StringComparison.Ordinal)
                    || Terms.Begin(Concept.ActivityGroup, rest)
                )
            )
            {
                subtotals.Add(row);
                since.Clear();
            }
            else
            {
                since.Add(row);
            }
        }
    }

    /// <summary>Whether a row's amounts count in a sum: parts of an activity are in it already.</summary>
    private bool IsSummed(Row row) =>
        !subtotals.Contains(row)
        && !IsCarried(row)
        && AmountsOf(row) is not null
        && NameOf(row).Marker is null or { Depth: <= 1 };

    private bool IsSumOf(Row total, List<Row> summed)
    {
        var amounts = AmountsOf(total)!;
        var parts = summed.ConvertAll(row => AmountsOf(row)!);
        return parts.Count > 0
            && amounts.Count(amount => amount > 0) >= FewestSummed
            && amounts.Index().All(one => (one.Item ?? 0) == parts.Sum(part => part[one.Index] ?? 0));
    }

    private bool IsNumbered(Row row) =>
        NameOf(row).Marker is not null || (header.Number is { } number && row[number] is { IsEmpty: false });

    private static bool StartsTotal(Row row) => Terms.At(Concept.TotalRow, row.Filled.First().Flat) is not null;

    private Cell NameOf(Row row) => row[header.Name] ?? row.First;

    /// <summary>The amounts of the quarters and the total; null if a row has none, or one that is not an amount.</summary>
    private decimal?[]? AmountsOf(Row row)
    {
        var amounts = new decimal?[header.Amounts.Count];
        for (var i = 0; i < amounts.Length; i++)
        {
            foreach (var column in header.Amounts[i].Where(column => !header.IsSatang(column)))
            {
                if (row[column] is not { IsEmpty: false } cell)
                    continue;
                if (Numbers.Money(cell.Flat, unit) is not { } amount)
                    return null;
                amounts[i] = (amounts[i] ?? 0) + amount;
            }
        }

        return amounts.All(amount => amount is null) ? null : amounts;
    }
}
