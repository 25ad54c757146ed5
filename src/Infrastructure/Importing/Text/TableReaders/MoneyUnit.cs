using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// The unit of a table's amounts, where it is not baht. It is unmistakable if it is printed for the whole table, or in
/// every heading of amounts; amounts in a unit that is not are not read.
/// </summary>
/// <param name="InBaht">The value of the unit; null if it is not clear.</param>
/// <param name="Cells">Where it is printed.</param>
internal sealed record MoneyUnit(decimal? InBaht, IReadOnlyList<Cell> Cells)
{
    /// <summary>A line with a unit and more words is not the caption of a table.</summary>
    private const int LongestCaption = 60;

    private static readonly (Concept Words, decimal Value)[] Units =
    [
        (Concept.Thousands, 1_000),
        (Concept.TenThousands, 10_000),
        (Concept.HundredThousands, 100_000),
        (Concept.Millions, 1_000_000),
    ];

    public static MoneyUnit Baht { get; } = new(1, []);

    /// <summary>The tables of a section with the units that are printed above them.</summary>
    public static IEnumerable<(Table Table, MoneyUnit Unit)> Above(IReadOnlyList<Row> rows)
    {
        var found = new List<(Table Table, MoneyUnit Unit)>();
        var above = Baht;
        var isClear = true;
        foreach (var row in rows)
        {
            if (row.Table is null)
            {
                if (Of(row.First) is not { } unit)
                    continue;
                isClear &= above == Baht && unit.InBaht is not null && row.First.Flat.Length <= LongestCaption;
                above = unit;
            }
            else if (!found.Exists(one => one.Table == row.Table))
            {
                found.Add((row.Table, above));
                above = Baht;
            }
        }

        isClear &= above == Baht;
        return isClear ? found : found.Select(one => (one.Table, new MoneyUnit(null, [])));
    }

    /// <summary>The unit of a table with what its header says.</summary>
    public MoneyUnit With(SpendingHeader header, Table table)
    {
        var units = new List<MoneyUnit>();
        var columns = new List<(Cell Cell, MoneyUnit? Unit)>();
        foreach (var cell in table.Rows.Take(header.Rows).SelectMany(row => row.Filled))
        {
            var unit = Of(cell);
            if (header.HeadOf(cell) is { IsOfAmounts: true, Kind: not (HeadKind.Group or HeadKind.Count) })
                columns.Add((cell, unit));
            else if (unit is not null)
                units.Add(unit);
        }

        if (columns.Exists(column => column.Unit is not null))
            units.AddRange(columns.Select(column => column.Unit ?? Baht));
        if (Cells.Count > 0 || InBaht is null)
            units.Add(this);
        var values = units.Select(unit => unit.InBaht).Distinct().ToList();
        return values.Count switch
        {
            0 => this,
            1 => new MoneyUnit(values[0], [.. units.SelectMany(unit => unit.Cells)]),
            _ => new MoneyUnit(null, []),
        };
    }

    /// <summary>Reports a unit other than baht, and returns its value.</summary>
    public decimal? Settle()
    {
        if (InBaht is not null)
            Cells.FirstOrDefault()?.Use().Question(ExpectedValue.Baht);
        return InBaht;
    }

    /// <summary>The unit that a cell names; null if it names none or baht.</summary>
    private static MoneyUnit? Of(Cell cell)
    {
        foreach (var (words, value) in Units)
        {
            if (Terms.Occur(words, cell.Flat))
                return new MoneyUnit(value, [cell]);
        }

        return cell.Row.Table is not null && Terms.Occur(Concept.OtherMoney, cell.Flat)
            ? new MoneyUnit(null, [cell])
            : null;
    }
}
