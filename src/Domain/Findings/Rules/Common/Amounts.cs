using System.Globalization;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>Formats numbers for findings and corrected documents.</summary>
internal static class Amounts
{
    /// <summary>Formats a number for messages: "5,000", "45.70", "-1.75".</summary>
    public static string Text(decimal value) => value.ToString(Format(value), CultureInfo.InvariantCulture);

    /// <summary>Formats the difference between a printed and a computed number, with its sign.</summary>
    public static string Delta(decimal value) => (value > 0 ? "+" : "") + Text(value);

    private static string Format(decimal value) => decimal.IsInteger(value) ? "#,0" : "#,0.00##";

    public static string Text(int value) => Text((decimal)value);

    /// <summary>
    /// Formats a number as in a document: with Thai digits, unless the text that it replaces has Arabic ones.
    /// </summary>
    public static string Like(string printed, decimal value) =>
        printed.Any(char.IsAsciiDigit) ? Text(value) : ThaiNumber.ToThaiDigits(Text(value));

    /// <summary>The sum of the printed numbers; null if none is printed.</summary>
    public static decimal? Sum(IEnumerable<decimal?> parts)
    {
        decimal? sum = null;
        foreach (var part in parts)
        {
            if (part is { } value)
                sum = (sum ?? 0) + value;
        }

        return sum;
    }

    /// <summary>Whether any non-empty subset of the numbers adds up to the sum. Only for few numbers.</summary>
    public static bool AnyAddUpTo(IReadOnlyList<decimal> numbers, decimal sum)
    {
        const int few = 12;
        if (numbers.Count > few)
            return numbers.Contains(sum) || numbers.Sum() == sum;
        return Enumerable
            .Range(1, (1 << numbers.Count) - 1)
            .Any(chosen => numbers.Where((_, i) => (chosen & (1 << i)) != 0).Sum() == sum);
    }
}
