using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

/// <summary>The numbers of a plan's sections: of the parts, and of the sections below each heading.</summary>
internal static class SectionNumbers
{
    public static IEnumerable<NumberedList> Of(PlanFile plan)
    {
        var sections = plan.DevelopmentPlan.Sections;
        foreach (var siblings in Enumerable.Range(0, sections.Count).GroupBy(i => ParentOf(sections, i)))
        {
            yield return List(
                plan,
                siblings.Key is { } parent ? Sections.Key(parent) + "/sections" : "sections",
                siblings.Key is { } above ? Sections.Location(sections[above]) : new("parts", "ส่วน"),
                siblings.Select(i => sections[i])
            );
        }
    }

    /// <summary>The nearest previous section with a smaller depth; null for a part.</summary>
    private static int? ParentOf(IReadOnlyList<SectionDocument> sections, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (sections[i].Level < sections[index].Level)
                return i;
        }

        return null;
    }

    private static NumberedList List(
        PlanFile plan,
        string place,
        LocalText location,
        IEnumerable<SectionDocument> sections
    ) =>
        new(
            place,
            location,
            [
                .. sections
                    .Where(section => section.Number is not null)
                    .Select(section => new NumberedItem(section.Number!, section, plan.Sources.Of(section))),
            ]
        )
        {
            FromOne = false,
            MayRestart = true,
        };
}
