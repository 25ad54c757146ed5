using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Recognises dates with a year of the Buddhist era, which is 543 years ahead. Written as Gregorian ones they would be
/// valid, and centuries late.
/// </summary>
internal static partial class BuddhistYears
{
    private const int First = 1900 + FiscalYear.BuddhistEraOffset;
    private const int Last = 2200 + FiscalYear.BuddhistEraOffset;

    public static bool Has(int year) => year is >= First and <= Last;

    /// <summary>What a text with such a date should say; null if it has none. Its digits may be Thai ones.</summary>
    public static string? Correction(string text)
    {
        foreach (Match date in Dates().Matches(ThaiNumber.ToArabicDigits(text)))
        {
            var year = int.Parse(date.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (!Has(year))
                continue;
            var right = $"{year - FiscalYear.BuddhistEraOffset}{date.Groups[2].Value}";
            var exists = DateOnly.TryParseExact(right, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _);
            return $" {year} is a year of the Buddhist era; the calendar is Gregorian{(exists ? $": {right}" : "")}.";
        }

        return null;
    }

    // \d would match the digits of every script.
    [GeneratedRegex("(?<![0-9])([0-9]{4})(-[0-9]{2}-[0-9]{2})")]
    private static partial Regex Dates();
}
