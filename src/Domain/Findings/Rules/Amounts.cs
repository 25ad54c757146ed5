using System.Globalization;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>Numbers as findings and corrected documents write them.</summary>
internal static class Amounts
{
    /// <summary>"5,000", "45.70", "-1.75": for messages.</summary>
    public static string Text(decimal value) => value.ToString(Format(value), CultureInfo.InvariantCulture);

    /// <summary>The difference of a printed number to the computed one, with its sign.</summary>
    public static string Delta(decimal value) => (value > 0 ? "+" : "") + Text(value);

    private static string Format(decimal value) => decimal.IsInteger(value) ? "#,0" : "#,0.00##";

    public static string Text(int value) => Text((decimal)value);

    /// <summary>A number as the document prints it: with Thai digits, unless the text it replaces has Arabic ones.</summary>
    public static string Like(string printed, decimal value) =>
        printed.Any(char.IsAsciiDigit) ? Text(value) : ThaiNumber.ToThaiDigits(Text(value));

    /// <summary>The sum of what is printed; null where nothing is.</summary>
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

    /// <summary>Whether some of the numbers, at least one of them, add up to the sum. Only of few numbers.</summary>
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
