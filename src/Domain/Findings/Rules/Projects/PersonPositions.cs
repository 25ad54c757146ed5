using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class PersonPositions : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Info;

    public override LocalText Name { get; } = new("positions of a person", "ตำแหน่งของบุคคล");

    public override LocalText Meaning { get; } =
        new(
            "A responsible person has different positions in different projects.",
            "ผู้รับผิดชอบคนเดียวกันมีตำแหน่งต่างกันในแต่ละโครงการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from owner in plan.DevelopmentPlan.Projects.SelectMany(project => project.Owners)
        where !string.IsNullOrWhiteSpace(owner.Position)
        group owner by Spelling.Key(owner.Name) into person
        let positions = person.DistinctBy(owner => Spelling.Key(owner.Position)).ToList()
        where positions.Count > 1
        let first = positions[0]
        let other = positions[1]
        select new Fault(
            $"person {first.Name}/position",
            new LocalText($"{first.Name}, position", $"{first.Name} ตำแหน่ง"),
            new LocalText(
                $"The position is \"{other.Position}\" here, and \"{first.Position}\" in another project.",
                $"ที่นี่พิมพ์ตำแหน่ง “{other.Position}” แต่อีกโครงการพิมพ์ “{first.Position}”"
            )
        )
        {
            Subject = other,
            Stated = other.Position,
            Computed = first.Position,
            Source = plan.Sources.Of(other),
        };
}
