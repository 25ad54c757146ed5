namespace TeacherDevPlan.Api.Limits;

internal static class Text
{
    private const int Most = 80;

    /// <summary>A text of the client, cut to what a message can hold.</summary>
    public static string Short(string text) => text.Length <= Most ? text : $"{text[..Most]}…";
}
