using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

/// <summary>
/// Only for plans that were read from a document. The list entry is all that is known about such a project.
/// </summary>
public sealed class ProjectWithoutChapter : FindingRule
{
    private const string Listed = "projects/";

    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("project without chapter", "โครงการไม่มีรายละเอียด");

    public override LocalText Meaning { get; } =
        new(
            "The list of projects names a project that has no chapter.",
            "รายการโครงการระบุโครงการที่ไม่มีรายละเอียดในแผน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from member in plan.Sources.MembersOf(plan.DevelopmentPlan)
        where member.Key.StartsWith(Listed, StringComparison.Ordinal)
        let number = member.Key[Listed.Length..]
        let name = member.Value.RawText.Trim()
        select new Fault(
            $"listed project {number}",
            new LocalText($"list of projects, number {number}", $"รายการโครงการ ลำดับที่ {number}"),
            new LocalText(
                $"\"{name}\" is listed, but has no chapter.",
                $"มี “{name}” ในรายการ แต่ไม่มีรายละเอียดโครงการ"
            )
        )
        {
            Stated = name,
            Source = member.Value,
        };
}
