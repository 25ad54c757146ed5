using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common;

/// <summary>A text that need not be given.</summary>
internal static class OptionalText
{
    /// <summary>The text without blanks around it; null if nobody would see it.</summary>
    public static string? Of(string? text) =>
        text is null || InvisibleText.Without(text).Length == 0 ? null : text.Trim();
}
