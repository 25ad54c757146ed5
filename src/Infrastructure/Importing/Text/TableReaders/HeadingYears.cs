using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Reports the headings of columns that name a year in which their months, their quarter or the plan are not: they are
/// probably left over from the plan of another year.
/// </summary>
internal sealed partial class HeadingYears(int fiscalYear)
{
    private const int Era = 2500;
    private const int LastQuarter = 10;

    /// <summary>
    /// A year behind a month is the calendar year of the month. Any other is the plan's fiscal year, or the calendar
    /// year of the quarter that the heading names.
    /// </summary>
    /// <param name="quarter">From 1 to 4; 0 if none is named.</param>
    public void Check(Cell cell, int quarter)
    {
        int? month = null;
        foreach (Match match in Part().Matches(ThaiDate.InThai(ThaiNumber.ToArabicDigits(cell.Flat))))
        {
            if (ThaiDate.Month(match.Value) is { } named)
                month = named;
            else if (YearOf(match.Value) is { } year && !Fits(year, month, quarter))
                cell.Question(ExpectedValue.Year);
        }
    }

    /// <summary>Checks the year above several months, which may be the fiscal year if they are of two calendar years.</summary>
    public void Check(Cell cell, IReadOnlyList<int> months)
    {
        var match = Part()
            .Matches(ThaiDate.InThai(ThaiNumber.ToArabicDigits(cell.Flat)))
            .FirstOrDefault(one => YearOf(one.Value) > 0);
        if (match is null || months.Count == 0)
            return;
        var years = months.Select(CalendarYear).Distinct().ToList();
        var year = YearOf(match.Value);
        var mayBeFiscal = years.Count > 1 || cell.Flat.Contains("งบประมาณ", StringComparison.Ordinal);
        if (!(mayBeFiscal && year == fiscalYear) && !(years.Count == 1 && year == years[0]))
            cell.Question(ExpectedValue.Year);
    }

    private bool Fits(int year, int? month, int quarter) =>
        month is { } of ? year == CalendarYear(of) : year == fiscalYear || (quarter == 1 && year == fiscalYear - 1);

    private int CalendarYear(int month) => month >= LastQuarter ? fiscalYear - 1 : fiscalYear;

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year switch
            {
                < 100 => Era + year,
                < Era => year + FiscalYear.BuddhistEraOffset,
                _ => year,
            }
            : null;

    [GeneratedRegex(
        @"(?<![0-9])(2[056][0-9]{2}|[5-9][0-9])(?![0-9])|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|(ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?(?![ก-๎])"
    )]
    private static partial Regex Part();
}
