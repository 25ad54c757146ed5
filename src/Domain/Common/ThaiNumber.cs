using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// Numbers as printed in Thai documents: Thai or Arabic digits, split by spaces, with ".-" after whole baht.
/// </summary>
public static partial class ThaiNumber
{
    /// <summary>The same text with Arabic digits.</summary>
    public static string ToArabicDigits(string text) =>
        text.AsSpan().IndexOfAnyInRange('๐', '๙') < 0
            ? text
            : string.Create(
                text.Length,
                text,
                static (characters, from) =>
                {
                    for (var i = 0; i < from.Length; i++)
                        characters[i] = ToArabicDigit(from[i]);
                }
            );

    /// <summary>The same character, as an Arabic digit if it is a Thai one.</summary>
    public static char ToArabicDigit(char character) =>
        character is >= '๐' and <= '๙' ? (char)('0' + (character - '๐')) : character;

    /// <summary>The same text with Thai digits.</summary>
    public static string ToThaiDigits(string text) =>
        string.Create(
            text.Length,
            text,
            static (characters, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    characters[i] = char.IsAsciiDigit(from[i]) ? (char)('๐' + (from[i] - '0')) : from[i];
            }
        );

    /// <summary>
    /// The number in a cell: "๖๗.๗ ๔" is 67.74, "+ ๕.๕๙" is 5.59, "- ๕.๓๗" is -5.37, "๕,๐๐๐.-" is 5000; dashes alone are 0.
    /// Null if the cell contains no number, or anything besides the number.
    /// </summary>
    public static decimal? Parse(string cell) => Parse(cell, mayJoin: true);

    /// <summary>
    /// The same, without joining digits that are split by spaces, unless commas show that they are one number:
    /// "2 000" and "5 10" are no number, "๒,๐ ๐๐" is 2000.
    /// </summary>
    /// <param name="maxDecimals">With more decimals, a number may be another one: "5.000" may be 5 or 5000.</param>
    public static decimal? ParseWhole(string cell, int maxDecimals = 2) => Parse(cell, mayJoin: false, maxDecimals);

    private static decimal? Parse(string cell, bool mayJoin, int maxDecimals = int.MaxValue)
    {
        // Nearly all texts are not numbers.
        if (
            cell.AsSpan().TrimStart()
            is not [>= '0' and <= '9' or >= '๐' and <= '๙' or '+' or '-' or '–' or '—' or '−', ..]
        )
            return null;
        var text = ToArabicDigits(cell.Trim());
        if (text.Length > 0 && text.Trim('-', '–', '—', ' ').Length == 0)
            return 0;
        var match = Cell().Match(text);
        if (!match.Success || !IsOne(match.Groups["whole"].Value.Trim(), mayJoin))
            return null;
        var fraction = Spaces().Replace(match.Groups["fraction"].Value, "");
        if (fraction.Length > maxDecimals)
            return null;
        var digits = Spaces().Replace(match.Groups["whole"].Value, "").Replace(",", "", StringComparison.Ordinal);
        if (
            digits.Length + fraction.Length > 19
            || !decimal.TryParse(
                fraction.Length == 0 ? digits : $"{digits}.{fraction}",
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            return null;
        return match.Groups["sign"].Value is "-" or "–" or "−" ? -value : value;
    }

    /// <summary>
    /// Whether digits are one number. Commas must divide them into groups of three. Without commas, digits that are
    /// split by spaces are one number only up to three digits, or as a year.
    /// </summary>
    private static bool IsOne(string whole, bool mayJoin)
    {
        var joined = Spaces().Replace(whole, "");
        if (joined.Contains(',', StringComparison.Ordinal))
            return Grouped().IsMatch(joined);
        return joined.Length == whole.Length || (mayJoin && (joined.Length <= 3 || Year().IsMatch(joined)));
    }

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+\z")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^2[4-6][0-9]{2}\z")]
    private static partial Regex Year();

    [GeneratedRegex(
        @"^(?<sign>[+\-–−])?\s*(?<whole>[0-9][0-9,\s]*)(\s?\.\s?(?<fraction>[0-9][0-9\s]*))?\s*(\.\s?-|/-)?\s*(บาท(ถ้วน)?|บ\.)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cell();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
