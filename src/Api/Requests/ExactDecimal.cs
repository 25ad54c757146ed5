using System.Globalization;

namespace TeacherDevPlan.Api.Requests;

/// <summary>Parses numbers exactly or not at all; decimal.Parse would round a number with too many digits.</summary>
internal static class ExactDecimal
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static decimal? Parse(string text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
        && Digits(text) == Digits(number.ToString(CultureInfo.InvariantCulture))
            ? number
            : null;

    /// <summary>The significant digits, without exponent, decimal point, sign and surrounding zeros.</summary>
    private static string Digits(string text)
    {
        var exponent = text.IndexOfAny(['e', 'E']);
        var mantissa = exponent < 0 ? text : text[..exponent];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
    }
}
