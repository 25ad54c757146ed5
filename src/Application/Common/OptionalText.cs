using System.Globalization;

namespace TeacherDevPlan.Application.Common;

/// <summary>A text without what nobody sees.</summary>
internal static class InvisibleText
{
    /// <summary>The text without invisible characters, such as zero-width spaces, and without blanks around it.</summary>
    public static string Without(string text) =>
        string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.Format)).Trim();
}

/// <summary>A text that need not be given.</summary>
internal static class OptionalText
{
    /// <summary>The text without blanks around it; null if nobody would see it.</summary>
    public static string? Of(string? text) =>
        text is null || InvisibleText.Without(text).Length == 0 ? null : text.Trim();
}
