using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed class PersonSpelling : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("spelling of a person", "การสะกดชื่อบุคคล");

    public override LocalText Meaning { get; } =
        new(
            "Two names in the plan are so similar that they probably belong to one person.",
            "ชื่อบุคคลสองชื่อในแผนคล้ายกันมาก น่าจะเป็นบุคคลเดียวกันที่สะกดต่างกัน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var people = People.Of(plan);
        for (var later = 1; later < people.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (People.AreLike(people[earlier], people[later]))
                    yield return FaultOf(plan, people[earlier], people[later]);
            }
        }
    }

    /// <summary>
    /// The doubtful name is the one that is printed less often; if both are equally frequent, the later one.
    /// </summary>
    private static Fault FaultOf(PlanFile plan, Person earlier, Person later)
    {
        var (doubtful, other) = earlier.Uses < later.Uses ? (earlier, later) : (later, earlier);
        var where = plan
            .DevelopmentPlan.Projects.Where(project => project.Owners.Any(owner => owner.Name == doubtful.Printed))
            .Select(project => $"{project.Number}")
            .ToList();
        return new Fault(
            $"person {earlier.Printed} / {later.Printed}",
            where.Count > 0
                ? new LocalText(
                    $"owners of project {string.Join(", ", where)}",
                    $"ผู้รับผิดชอบโครงการที่ {string.Join(", ", where)}"
                )
                : new LocalText("staff", "บุคลากร"),
            new LocalText(
                $"\"{doubtful.Printed}\" and \"{other.Printed}\" are probably the same person.",
                $"“{doubtful.Printed}” และ “{other.Printed}” น่าจะเป็นบุคคลเดียวกัน"
            )
        )
        {
            Subject = doubtful.Part,
            Stated = doubtful.Printed,
            Computed = other.Printed,
            Source = plan.Sources.Of(doubtful.Part),
            TakeStated = other.Uses < 2 ? file => Renamed(file, other.Printed, doubtful.Printed) : null,
            TakeComputed = doubtful.Uses < 2 ? file => Renamed(file, doubtful.Printed, other.Printed) : null,
        };
    }

    /// <summary>
    /// The plan with a person renamed. Staff members and owners of a project that become duplicates are merged.
    /// </summary>
    private static PlanFile Renamed(PlanFile plan, string from, string to)
    {
        var sources = plan.Sources;
        var edited = plan.DevelopmentPlan.Projects.Where(p => p.Owners.Any(owner => owner.Name == from));
        var result = edited.Aggregate(
            plan,
            (file, project) =>
                file.EditProject(
                    project.Number,
                    p =>
                        p with
                        {
                            Owners =
                            [
                                .. Edits
                                    .Replace(sources, p.Owners, owner => owner.Name == from, o => o with { Name = to })
                                    .DistinctBy(owner => owner.Name),
                            ],
                        }
                )
        );
        var staff = Edits.Replace(sources, plan.Office.Staff, member => member.Name == from, m => m with { Name = to });
        var office = plan.Office with { Staff = [.. staff.DistinctBy(member => member.Name)] };
        return result with { Office = sources.Follow(plan.Office, office) };
    }
}
