using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Numbers in words, which are not read: "ร้อยละเก้าสิบ", "สิบหกโรงเรียน".</summary>
internal static partial class NumberWords
{
    private const string Words =
        "(ศูนย์|หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย(?!ละ)|พัน|หมื่น|แสน|ล้าน)";

    /// <summary>Whether a text is a number in words, possibly with its unit behind it.</summary>
    public static bool Begin(string text) => Number().IsMatch(text);

    [GeneratedRegex(
        @"^[\s\-•]*(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|ร้อยละ|\s)*"
            + Words
            + @"{1,24}\s*([ก-๎]{0,30})(\s*ขึ้นไป)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
