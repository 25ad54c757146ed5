namespace TeacherDevPlan.Application.Common;

/// <summary>A text that need not be given.</summary>
internal static class OptionalText
{
    /// <summary>The text without blanks around it; null if it is blank.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
