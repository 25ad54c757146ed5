using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>The names of the sections of a plan's running text.</summary>
internal static class Sections
{
    private const int ShownOfHeading = 60;

    /// <summary>The name of a section by its position, because numbers repeat from part to part.</summary>
    public static string Key(int index) => $"section {index + 1}";

    public static LocalText Location(SectionDocument section)
    {
        var heading =
            section.Heading.Length > ShownOfHeading ? section.Heading[..ShownOfHeading] + "…" : section.Heading;
        var name = section.Number is { } number ? $"{number} {heading}" : heading;
        return new($"section \"{name}\"", $"หัวข้อ “{name}”");
    }
}
