using System.Globalization;
using System.Text;

namespace TeacherDevPlan.Domain.Common;

/// <summary>Characters that are not shown, such as zero-width spaces.</summary>
public static class InvisibleText
{
    public static bool Is(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is >= 0xFE00 and <= 0xFE0F or 0x034F or 0x00AD or 0x115F or 0x1160 or 0x3164;

    /// <summary>The text without these characters, and without blanks around it.</summary>
    public static string Without(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !Is(rune)).Select(rune => rune.ToString())).Trim();
}
