namespace TeacherDevPlan.Api.Requests;

internal static class Text
{
    private const int Most = 80;

    /// <summary>Shortens client input for use in a message.</summary>
    public static string Short(string text) => text.Length <= Most ? text : $"{text[..Most]}…";
}
