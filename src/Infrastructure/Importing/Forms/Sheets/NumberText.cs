using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>
/// What a person sees of a number in a spreadsheet: rounded, grouped, in Thai digits, as a percentage or a date. Words
/// and signs that a format adds are left out, so that an amount stays a number.
/// </summary>
internal static partial class NumberText
{
    private const int Satang = 2;
    private const int MaxDecimals = 20;
    private const string Accounting = "#,##0;-#,##0;\"-\"";

    /// <summary>The formats that files refer to only by their number.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [14] = "d/m/bbbb",
        [15] = "d mmm bb",
        [16] = "d mmm",
        [17] = "mmm bb",
        [18] = "h:mm",
        [19] = "h:mm:ss",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "d/m/bbbb h:mm",
        [37] = "#,##0",
        [38] = "#,##0",
        [39] = "#,##0.00",
        [40] = "#,##0.00",
        [41] = Accounting,
        [42] = Accounting,
        [43] = "#,##0.00;-#,##0.00;\"-\"",
        [44] = "#,##0.00;-#,##0.00;\"-\"",
        [59] = "t0",
        [60] = "t0.00",
        [61] = "t#,##0",
        [62] = "t#,##0.00",
        [67] = "t0%",
        [68] = "t0.00%",
        [71] = "ว/ด/ปปปป",
        [72] = "ว ดดด ปป",
        [73] = "ว ดดด",
        [74] = "ดดด ปป",
        [75] = "ช:นน",
        [76] = "ช:นน:ทท",
        [77] = "ว/ด/ปปปป ช:นน",
        [81] = "ว/ด/ปป",
    };

    public static string? BuiltInCode(int id) => BuiltIn.GetValueOrDefault(id);

    /// <summary>The text of a number in a format; null if the format hides it.</summary>
    public static string? Of(double value, string? format, bool from1904 = false)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 1e20)
            return value.ToString("R", CultureInfo.InvariantCulture);
        if (format is null || format.Contains("General", StringComparison.OrdinalIgnoreCase) || format == "@")
            return General(value);
        var section = Section(value, format);
        var bare = Literal().Replace(section, "");
        var thaiDigits = bare.StartsWith('t') || LocaleOf(section) is { } locale && locale >> 24 == 0x0D;
        var text =
            section.Length == 0 ? null
            : DateText.IsDate(bare) ? DateText.Of(value, section, LocaleOf(section), from1904) ?? General(value)
            : Number(value, section, bare);
        return thaiDigits && text is not null ? ThaiNumber.ToThaiDigits(text) : text;
    }

    /// <summary>The day that a number is in a format of dates; null for other formats and numbers.</summary>
    public static DateOnly? DateOf(double value, string? format, bool from1904) =>
        format is not null
        && !format.Contains("General", StringComparison.OrdinalIgnoreCase)
        && DateText.IsDate(Literal().Replace(Section(value, format), ""))
            ? DateText.DayOf(value, from1904)
            : null;

    private static string General(double value) =>
        Math.Round((decimal)value, 10).ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>The part of a format for the value: formats may differ for negative numbers and for zero.</summary>
    private static string Section(double value, string format)
    {
        var sections = Sections().Matches(format).Select(match => match.Value).ToList();
        if (
            sections.Count == 0
            || sections[0].Contains("[<", StringComparison.Ordinal)
            || sections[0].Contains("[>", StringComparison.Ordinal)
        )
            return format;
        return value switch
        {
            < 0 when sections.Count > 1 => sections[1],
            0 when sections.Count > 2 => sections[2],
            _ => sections[0],
        };
    }

    private static string Number(double value, string section, string bare)
    {
        var digits = Digits().Match(bare);
        var isNothing =
            value == 0
            && section.Contains('-', StringComparison.Ordinal)
            && !bare.Contains('0', StringComparison.Ordinal);
        if (isNothing)
            return "-";
        if (!digits.Success)
            return Words(section) is { Length: > 0 } words ? words : General(value);
        if (bare.Contains('E', StringComparison.Ordinal) || bare.Contains('/', StringComparison.Ordinal))
            return General(value);
        var isPercent = bare.Contains('%', StringComparison.Ordinal);
        var exact = isPercent ? (decimal)value * 100 : (decimal)value;
        var hasSatang = !isPercent && exact != Math.Truncate(exact) && Math.Round(exact, Satang) == exact;
        var needed = Math.Max(digits.Groups["decimals"].Value.Count(one => one == '0'), hasSatang ? Satang : 0);
        // Satang that a format hides are kept, because totals count them.
        var decimals = Math.Max(
            Math.Min(digits.Groups["decimals"].Length, MaxDecimals),
            Math.Round(exact, Satang) == exact ? Satang : 0
        );
        var form = new StringBuilder(Grouped().IsMatch(bare) ? "#,##0." : $"{new string('0', WholeDigits(bare))}.")
            .Append('0', Math.Min(needed, decimals))
            .Append('#', Math.Max(0, decimals - needed));
        return Math.Round(exact, decimals, MidpointRounding.AwayFromZero)
                .ToString(form.ToString(), CultureInfo.InvariantCulture) + (isPercent ? "%" : "");
    }

    /// <summary>The digits that a format shows before the point at least: six for "000000".</summary>
    private static int WholeDigits(string bare) =>
        Math.Clamp(bare.TakeWhile(letter => letter != '.').Count(letter => letter == '0'), 1, MaxDecimals);

    private static string Words(string section) =>
        string.Concat(Quoted().Matches(section).Select(match => match.Groups[1].Value)).Trim();

    /// <summary>The shape of digits, the calendar and the language that a format asks for.</summary>
    private static long? LocaleOf(string section) =>
        Locale().Match(section) is { Success: true } match
            ? long.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("""(?<=\A|;)(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*(?=;|\z)""", RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex("""\\.|"[^"]*"|_.|\*.|\[[^\]]*\]""", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[#0?][#0?,]*(?:\.(?<decimals>[#0?]+))?")]
    private static partial Regex Digits();

    [GeneratedRegex("[#0?],[#0?]")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\[\$[^\]-]*-([0-9A-Fa-f]{1,8})")]
    private static partial Regex Locale();
}
