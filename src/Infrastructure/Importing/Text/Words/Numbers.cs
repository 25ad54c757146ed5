using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>
/// Parses a document's numbers for plan files, which do not allow all numbers that a document may print.
/// </summary>
internal static class Numbers
{
    private const decimal LargestMeasure = 999_999_999_999m;

    /// <summary>
    /// An amount in baht, possibly with the same in words, or in words only; null if a cell has none, or one with more than
    /// two decimals.
    /// </summary>
    public static decimal? Money(string cell)
    {
        var words = cell.EndsWith(')') ? cell.LastIndexOf('(') : -1;
        var digits = words > 0 ? cell[..words] : cell;
        return
            (ThaiNumber.ParseWhole(ScaledNumber.InDigits(digits)) ?? BahtWords.Whole(digits)) is { } value
            && value is >= 0 and <= Baht.Max
            && Baht.IsExact(value)
            && (words <= 0 || BahtWords.In(cell[words..]) == value)
            ? value
            : null;
    }

    /// <summary>
    /// An amount that is printed in a unit, in baht; null also if it names a unit of its own.
    /// </summary>
    public static decimal? Money(string cell, decimal? unit)
    {
        if (unit is null or 1)
            return unit is null ? null : Money(cell);
        var amount = ThaiNumber.ParseWhole(cell, ScaledNumber.DecimalsOf(unit.Value)) * unit;
        return
            amount is >= 0 and <= Baht.Max && Baht.IsExact(amount.Value) && !cell.AsSpan().ContainsAnyInRange('ก', 'ฮ')
            ? amount
            : null;
    }

    /// <summary>A number of statistics with at most four decimals, or a percentage.</summary>
    public static decimal? Measure(string cell) =>
        ThaiNumber.Parse(cell.TrimEnd('%', ' ')) is { } value
        && Math.Abs(value) <= LargestMeasure
        && decimal.Round(value, PlanFileRules.MeasureDecimals) == value
            ? value
            : null;

    /// <summary>A number of statistics that has what it counts behind it, or is in words: "41 คน", "สี่สิบเอ็ด".</summary>
    public static decimal? Figure(string cell) => Measure(NumberWords.Bare(cell));

    /// <summary>The target of an indicator: like a number of statistics, without joining what spaces split.</summary>
    public static decimal? Target(string cell) => ThaiNumber.ParseWhole(cell) is null ? null : Measure(cell);

    /// <summary>A number of persons or things.</summary>
    public static int? Count(string cell) =>
        ThaiNumber.Parse(cell) is { } value && value is >= 0 and <= int.MaxValue && value == decimal.Truncate(value)
            ? (int)value
            : null;

    /// <summary>The number of an item in a cell of its own: "3", "3." or "3)".</summary>
    public static int? OfItem(string cell) => Count(cell.TrimEnd('.', ')'));
}

/// <summary>Gives each item of a list a unique number: the printed one or, if it is taken, the next free one.</summary>
internal sealed class FreeNumbers
{
    private readonly HashSet<int> taken = [];
    private int highest;

    public int Take(int printed)
    {
        var number = printed < 1 || taken.Contains(printed) ? highest + 1 : printed;
        taken.Add(number);
        highest = Math.Max(highest, number);
        return number;
    }
}
