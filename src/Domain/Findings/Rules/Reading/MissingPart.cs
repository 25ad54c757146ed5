using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class MissingPart : FindingRule
{
    private static readonly (string Place, LocalText Name, Func<PlanFile, bool> IsThere)[] Parts =
    [
        ("tables", new("tables", "ตาราง"), plan => plan.Sources.HasTables),
        ("strategies", new("strategies", "กลยุทธ์"), plan => plan.StrategicPlan.Strategies.Any(one => one.Number > 0)),
        ("projects", new("projects", "โครงการ"), plan => plan.DevelopmentPlan.Projects.Count > 0),
    ];

    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("missing part", "ส่วนที่ไม่พบ");

    public override LocalText Meaning { get; } =
        new(
            "No table, no strategy or no project's chapter was found in the document.",
            "ไม่พบตาราง กลยุทธ์ หรือบทของโครงการในเอกสาร"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from part in Parts
        where plan.Reading is not null && !part.IsThere(plan)
        select new Fault(
            $"document/{part.Place}",
            new LocalText("document", "เอกสาร"),
            new LocalText($"No {part.Name.English} were found in the document.", $"ไม่พบ{part.Name.Thai}ในเอกสาร")
        );
}
