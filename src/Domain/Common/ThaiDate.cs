using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// Dates as printed in Thai documents, in the Buddhist era: "๑๐ มิถุนายน ๒๕๖๕".
/// </summary>
public static partial class ThaiDate
{
    /// <summary>The names of months, written out or short, as a part of patterns.</summary>
    private const string Months =
        @"มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|(ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.?";

    private static readonly string[] Names =
    [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ];

    private static readonly string[] ShortNames =
    [
        "ม.ค.",
        "ก.พ.",
        "มี.ค.",
        "เม.ย.",
        "พ.ค.",
        "มิ.ย.",
        "ก.ค.",
        "ส.ค.",
        "ก.ย.",
        "ต.ค.",
        "พ.ย.",
        "ธ.ค.",
    ];

    private static readonly string[] EnglishMonths =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    private static readonly string[] BareShortNames = Array.ConvertAll(
        ShortNames,
        name => name.Replace(".", "", StringComparison.Ordinal)
    );

    /// <summary>The month with this name or abbreviation, 1 to 12; null for any other text.</summary>
    public static int? Month(string name)
    {
        var bare = Ignored().Replace(name, "");
        var index = Array.IndexOf(Names, bare);
        if (index < 0)
            index = Array.IndexOf(BareShortNames, bare);
        return index < 0 ? null : index + 1;
    }

    /// <summary>A text with the Thai names of months for English ones and their abbreviations: "1 Dec. 2023".</summary>
    public static string InThai(string text) =>
        EnglishMonth()
            .Replace(
                text,
                month =>
                    Names[
                        Array.FindIndex(
                            EnglishMonths,
                            name => month.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                        )
                    ]
            );

    /// <summary>The name of a month from 1 to 12.</summary>
    public static string NameOf(int month) => Names[month - 1];

    /// <summary>The abbreviation of a month from 1 to 12: "ม.ค."</summary>
    public static string ShortNameOf(int month) => ShortNames[month - 1];

    /// <summary>The first date in a text; null if there is none.</summary>
    public static DateOnly? Day(string text)
    {
        foreach (Match match in Dates().Matches(ThaiNumber.ToArabicDigits(text)))
        {
            if (match.Groups["day"].Success && match.Groups["year"].Success && DateOf(match) is { } day)
                return day;
        }

        return null;
    }

    /// <summary>Whether a text prints a day, which need not exist: "๓๒ ตุลาคม ๒๕๖๕", "๑๐/๖/๒๕๖๕", "วันที่ ๑๐".</summary>
    public static bool PrintsDay(string text) => AnyDay().IsMatch(InThai(ThaiNumber.ToArabicDigits(text)));

    /// <summary>Whether a text prints a month with a year.</summary>
    public static bool PrintsMonth(string text) =>
        Dates().Matches(InThai(ThaiNumber.ToArabicDigits(text))).Any(match => match.Groups["year"].Success);

    private static DateOnly? DateOf(Match match)
    {
        if (Month(match.Groups["month"].Value) is not { } month)
            return null;
        var year = int.Parse(
            match.Groups["year"].Value.Replace(" ", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
        year = (year < 100 ? 2500 + year : year) - FiscalYear.BuddhistEraOffset;
        if (year is < 1900 or > 2200)
            return null;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(
        @"((?<![0-9])(?<day>[0-9]{1,2})\s*)?(?<month>"
            + Months
            + @")(\s*(พ\.ศ\.)?\s*(?<year>[0-9](\s?[0-9]){3}(?![0-9])|[0-9]{2}(?![0-9])))?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dates();

    [GeneratedRegex(
        @"วันที่\s*[0-9]|[0-9]\s*("
            + Months
            + @")\s*(พ\.ศ\.)?\s*[0-9]|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}"
    )]
    private static partial Regex AnyDay();

    [GeneratedRegex(@"[\s.]")]
    private static partial Regex Ignored();

    [GeneratedRegex(
        @"(?<![A-Za-z])(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sep(t(ember)?)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)(?![A-Za-z])\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishMonth();
}
