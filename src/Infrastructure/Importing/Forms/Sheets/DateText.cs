using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>
/// Dates and times of a spreadsheet as printed. Letters for years of the Buddhist era are b or ป; a format can also ask
/// for that calendar as a whole. Months are named in Thai, as on the computers of offices.
/// </summary>
internal static partial class DateText
{
    private const int Days1904 = 1_462;
    private const int LastDay = 2_958_465;
    private const int BuddhistCalendar = 7;

    /// <param name="bare">A format without its literal text.</param>
    public static bool IsDate(string bare) => Letters().IsMatch(bare) && !Placeholders().IsMatch(bare);

    /// <summary>The date with this number in a format; null if it is none.</summary>
    public static string? Of(double value, string format, long? locale, bool from1904)
    {
        if (MomentOf(value, from1904) is not { } date)
            return null;
        var isBuddhist = locale is { } asked && ((asked >> 16) & 0xFF) == BuddhistCalendar;
        var text = new StringBuilder();
        var afterHour = false;
        foreach (Match match in Parts().Matches(format))
        {
            var part = match.Value;
            var (kind, length) = (char.ToLowerInvariant(part[0]), part.Length);
            var isMinute = kind is 'm' && (afterHour || BeforeSeconds().IsMatch(format[(match.Index + length)..]));
            text.Append(
                kind switch
                {
                    _ when isMinute => Digits(date.Minute, length),
                    'd' or 'ว' => length > 2 ? "" : Digits(date.Day, length),
                    'm' or 'ด' => Month(date.Month, length),
                    'y' or 'e' => Year(date.Year + (isBuddhist ? FiscalYear.BuddhistEraOffset : 0), length),
                    'b' or 'ป' => Year(date.Year + FiscalYear.BuddhistEraOffset, length),
                    'h' or 'ช' => Digits(date.Hour, length),
                    'น' => Digits(date.Minute, length),
                    's' or 'ท' => Digits(date.Second, length),
                    '"' => part.Trim('"'),
                    '\\' => part[1..],
                    '[' or '_' or '*' => "",
                    _ => part,
                }
            );
            afterHour = kind is 'h' or 'ช' || (afterHour && kind is ':' or ' ');
        }

        return text.ToString().Trim();
    }

    /// <summary>The day with this number; null if it is none.</summary>
    public static DateOnly? DayOf(double value, bool from1904) =>
        MomentOf(value, from1904) is { } moment ? DateOnly.FromDateTime(moment) : null;

    private static DateTime? MomentOf(double value, bool from1904)
    {
        var day = from1904 ? value + Days1904 : value;
        return day is < 0 or > LastDay ? null : DateTime.FromOADate(day);
    }

    private static string Digits(int value, int length) =>
        value.ToString(length > 1 ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Month(int month, int length) =>
        length switch
        {
            3 => ThaiDate.ShortNameOf(month),
            > 3 => ThaiDate.NameOf(month),
            _ => Digits(month, length),
        };

    private static string Year(int year, int length) =>
        length > 2 ? year.ToString(CultureInfo.InvariantCulture) : Digits(year % 100, 2);

    [GeneratedRegex("[yYmMdDhHsSbBวดปชนท]")]
    private static partial Regex Letters();

    [GeneratedRegex("[#0?]")]
    private static partial Regex Placeholders();

    [GeneratedRegex(
        """(?:"[^"]*")|\\.|_.|\*.|\[[^\]]*\]|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[bB]+|[eE]+|ว+|ด+|ป+|ช+|น+|ท+|[aA][mM]/[pP][mM]|.""",
        RegexOptions.Singleline
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[^A-Za-z]*[sS]")]
    private static partial Regex BeforeSeconds();
}
