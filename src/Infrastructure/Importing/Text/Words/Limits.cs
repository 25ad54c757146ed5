namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>The maximum lengths of texts in a plan file; longer texts of a document are truncated.</summary>
internal static class Limits
{
    public const int LongestText = 20_000;
    public const int LongestName = 1_000;

    public static string Text(string text) => Cut(text, LongestText);

    public static string Name(string text) => Cut(text, LongestName);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();
}
