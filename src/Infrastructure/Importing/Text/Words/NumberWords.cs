using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Numbers in words, which are not read: "ร้อยละเก้าสิบ", "สิบหกโรงเรียน".</summary>
internal static partial class NumberWords
{
    /// <summary>Whether a text has digits, or is a number in words, possibly with its unit behind it.</summary>
    public static bool OrDigitsIn(string text) => text.Any(char.IsDigit) || Number().IsMatch(text);

    [GeneratedRegex(
        @"^[\s\-•]*(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|ร้อยละ|\s)*"
            + $"((?!ร้อยละ)({BahtWords.Words}))"
            + @"{1,24}\s*([ก-๎]{0,30})(\s*ขึ้นไป)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
