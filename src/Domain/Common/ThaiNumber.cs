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
                        characters[i] = from[i] is >= '๐' and <= '๙' ? (char)('0' + (from[i] - '๐')) : from[i];
                }
            );

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
    /// The number in a cell: "๖๗.๗ ๔" is 67.74, "+ ๕.๕๙" is 5.59, "- ๕.๓๗" is -5.37, "๕,๐๐๐.-" is 5000, "-" alone is 0.
    /// Null if the cell contains no number, or anything besides the number.
    /// </summary>
    public static decimal? Parse(string cell)
    {
        var text = ToArabicDigits(cell.Trim());
        if (text is "-" or "–" or "—")
            return 0;
        var match = Cell().Match(text);
        if (!match.Success)
            return null;
        var digits = Spaces().Replace(match.Groups["number"].Value, "").Replace(",", "", StringComparison.Ordinal);
        if (
            digits.Length > 20
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        )
            return null;
        return match.Groups["sign"].Value is "-" or "–" or "−" ? -value : value;
    }

    [GeneratedRegex(
        @"^(?<sign>[+\-–−])?\s*(?<number>[0-9][0-9,\s]*(\s?\.\s?[0-9][0-9\s]*)?)\s*(\.\s?-|/-)?\s*(บาท)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cell();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
