using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Numbers in words. Percentages are read: "ร้อยละเก้าสิบ", and numbers of what plans count: "สิบหกโรงเรียน".</summary>
internal static partial class NumberWords
{
    /// <summary>Whether a text has digits, or is a number in words, possibly with its unit behind it.</summary>
    public static bool OrDigitsIn(string text) => text.Any(char.IsDigit) || Number().IsMatch(text);

    /// <summary>
    /// The same text with Arabic digits, and with a percentage in words at its end, or a number in words before what it
    /// counts, in digits.
    /// </summary>
    public static string InDigits(string text) =>
        Counted()
            .Replace(
                Percentage()
                    .Replace(
                        ThaiNumber.ToArabicDigits(text),
                        match => Digits(match) is { } digits ? $"ร้อยละ {digits}" : match.Value
                    ),
                match =>
                    Terms.Are(Concept.CountedUnit, match.Groups["unit"].Value) && Digits(match) is { } digits
                        ? $"{digits} {match.Groups["unit"].Value}"
                        : match.Value
            );

    /// <summary>A number in words, or with what it counts behind it, in digits only; other texts as they are.</summary>
    public static string Bare(string text)
    {
        var digits = InDigits(text.Contains("บาท", StringComparison.Ordinal) ? "" : text);
        var match = Unit().Match(digits);
        return match.Success && Terms.Are(Concept.CountedUnit, match.Groups["unit"].Value)
                ? match.Groups["number"].Value
            : BahtWords.Whole(digits) is { } value ? $"{value:0}"
            : text;
    }

    private static string? Digits(Match match) =>
        BahtWords.Whole(match.Groups["words"].Value) is { } value ? $"{value:0}" : null;

    [GeneratedRegex(@"^\s*(จำนวน\s*)?(?<number>[0-9][0-9,.]*)\s*(?<unit>[ก-๎]{2,20})\s*\z")]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"(?<=^[\s\-•]*(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|\s)*)(?<words>("
            + BahtWords.Words
            + @"){1,8})\s?(?<unit>[ก-๎]{2,20}?)(?=(\s*ขึ้นไป)?\s*\z)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"ร้อยละ\s*(?<words>(" + BahtWords.Words + @"){1,8})(?=(\s*ขึ้นไป)?\s*\z)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Percentage();

    [GeneratedRegex(
        @"^[\s\-•]*(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|ร้อยละ|\s)*"
            + $"((?!ร้อยละ)({BahtWords.Words}))"
            + @"{1,24}\s*([ก-๎]{0,30})(\s*ขึ้นไป)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
