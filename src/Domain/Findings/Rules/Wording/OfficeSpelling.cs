using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed class OfficeSpelling : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("spelling of the office", "การสะกดชื่อสำนักงาน");

    public override LocalText Meaning { get; } =
        new(
            "The plan spells its own office differently from the office's name.",
            "ชื่อสำนักงานเขตพื้นที่การศึกษาสะกดไม่ตรงกับชื่อที่ถูกต้อง"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        MentionFaults.Of(
            plan,
            MentionKind.Misspelt,
            printed => new LocalText(
                $"The office is printed as \"{printed}\"; its name is \"{plan.Office.Name}\".",
                $"ชื่อสำนักงานพิมพ์ว่า “{printed}” แต่ชื่อที่ถูกต้องคือ “{plan.Office.Name}”"
            )
        );
}
