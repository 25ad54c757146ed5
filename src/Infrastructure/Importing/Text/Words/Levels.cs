using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Parses who is responsible: "สพท. / โรงเรียน", even with spaced letters.</summary>
internal static class Levels
{
    private static readonly string[] Offices = ["สพท", "สพป", "สพม", "เขตพื้นที่"];
    private static readonly string[] Schools = ["โรงเรียน", "สถานศึกษา", "ร.ร", "รร."];

    /// <summary>Null if neither is named.</summary>
    public static ResponsibleLevel? Of(string text)
    {
        var squeezed = Markup.Squeeze(text);
        var office = Array.Exists(Offices, word => squeezed.Contains(word, StringComparison.Ordinal));
        var school = Array.Exists(Schools, word => squeezed.Contains(word, StringComparison.Ordinal));
        return (office, school) switch
        {
            (true, true) => ResponsibleLevel.OfficeAndSchool,
            (true, false) => ResponsibleLevel.Office,
            (false, true) => ResponsibleLevel.School,
            _ => null,
        };
    }
}
