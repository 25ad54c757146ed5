using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// Numbers in digits with the words of powers of ten behind them: "๐.๕ ล้าน", "๖ หมื่น ๔ พัน ๕ ร้อย". A number whose powers
/// are not in descending order, or have more than one digit each, may be misprinted, and is not read as one.
/// </summary>
public static partial class ScaledNumber
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        BahtWords.Powers.Split('|'),
        StringComparison.Ordinal
    );

    /// <summary>The same text with these numbers in digits only: "๖ หมื่น ๔ พันบาท" is "64000บาท".</summary>
    public static string InDigits(string text) =>
        text.AsSpan().ContainsAny(Words)
            ? Number()
                .Replace(
                    ThaiNumber.ToArabicDigits(text),
                    match => ValueOf(match)?.ToString("0.####", CultureInfo.InvariantCulture) ?? match.Value
                )
            : text;

    /// <summary>
    /// The most decimals of a number that is multiplied by a power of ten: as many as the power has zeros; but two up to a
    /// thousand, because "5.000" may be 5,000.
    /// </summary>
    public static int DecimalsOf(decimal scale) => scale > 1_000 ? (int)Math.Log10((double)scale) : 2;

    private static decimal? ValueOf(Match match)
    {
        var scales = match.Groups["scale"].Captures.Select(word => (decimal)BahtWords.ValueOf(word.Value)).ToList();
        var parts = match
            .Groups["part"]
            .Captures.Select(part => ThaiNumber.ParseWhole(part.Value, DecimalsOf(scales[0])))
            .ToList();
        if (match.Groups["rest"] is { Success: true } rest)
        {
            parts.Add(ThaiNumber.ParseWhole(rest.Value));
            scales.Add(1);
        }

        var areInOrder =
            scales.Zip(scales.Skip(1), (one, next) => one > next).All(follows => follows)
            && parts.Skip(1).Zip(scales, (part, above) => part < above).All(fits => fits)
            && (parts.Count == 1 || parts.TrueForAll(part => part == decimal.Truncate(part ?? 0)));
        var value = parts.Zip(scales, (part, scale) => part * scale).Aggregate((sum, one) => sum + one);
        return areInOrder ? value : null;
    }

    /// <summary>
    /// A word of a power is not the beginning of another one ("๔ พันธกิจ", "ร้อยละ"). A number without one at the end is that
    /// of baht: "๖ หมื่น ๔ พัน ๕๐๐ บาท".
    /// </summary>
    [GeneratedRegex(
        @"(?<![0-9.,])(?<part>[0-9][0-9,]{0,15}(\.[0-9]{1,6})?)\s*(?<scale>"
            + BahtWords.Powers
            + @")(?=[\s0-9.)]|บาท|\z)(\s*(?<part>[1-9])\s*(?<scale>"
            + BahtWords.Powers
            + @")(?=[\s0-9.)]|บาท|\z))*(\s*(?<rest>[1-9][0-9]{0,3})(?=\s*บาท))?(?!\s*[0-9])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
