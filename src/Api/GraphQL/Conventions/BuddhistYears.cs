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

    /// <summary>What a text with such a date should say; null if it has none.</summary>
    public static string? Correction(string text)
    {
        foreach (Match date in Dates().Matches(text))
        {
            var year = int.Parse(date.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (Has(year))
                return $" {year} is a year of the Buddhist era; the calendar is Gregorian: {year - FiscalYear.BuddhistEraOffset}{date.Groups[2].Value}.";
        }

        return null;
    }

    [GeneratedRegex(@"\b(\d{4})(-\d\d-\d\d)")]
    private static partial Regex Dates();
}
