using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>The numbers of a plan's sections: of the parts, and of what stands in each part, which begins anew.</summary>
internal static class SectionNumbers
{
    public static IEnumerable<NumberedList> Of(PlanFile plan)
    {
        var sections = plan.DevelopmentPlan.Sections;
        if (sections.Count == 0)
            yield break;
        var top = sections.Min(section => section.Level);
        yield return List(plan, "sections", new("parts", "ส่วน"), sections.Where(section => section.Level == top));
        var starts = Enumerable.Range(0, sections.Count).Where(i => sections[i].Level == top).ToList();
        foreach (var start in starts)
        {
            yield return List(
                plan,
                Sections.Key(start) + "/sections",
                Sections.Location(sections[start]),
                sections.Skip(start + 1).TakeWhile(section => section.Level > top)
            );
        }
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
