using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed class OtherOffice : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("another office", "ชื่อสำนักงานอื่น");

    public override LocalText Meaning { get; } =
        new(
            "The plan names the office of another area where its own is expected: probably left over from another plan.",
            "แผนกล่าวถึงสำนักงานเขตพื้นที่การศึกษาอื่นแทนสำนักงานของตน ซึ่งอาจตกค้างมาจากแผนของเขตอื่น"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        MentionFaults.Of(
            plan,
            MentionKind.Other,
            printed => new LocalText(
                $"The text names \"{printed}\", but the plan belongs to \"{plan.Office.Name}\".",
                $"ข้อความกล่าวถึง “{printed}” แต่แผนนี้เป็นของ “{plan.Office.Name}”"
            )
        );
}
