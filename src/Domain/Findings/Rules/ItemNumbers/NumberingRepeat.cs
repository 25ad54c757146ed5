using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

public sealed class NumberingRepeat : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("repeated item number", "เลขข้อซ้ำ");

    public override LocalText Meaning { get; } = new("A number is used twice in a numbered list.", "เลขข้อซ้ำกัน");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        Numbering.Faults(
            plan,
            NumberingKind.Repeat,
            wrong => new LocalText(
                $"Number {wrong.Item.Number} is used again; {wrong.Expected} is expected after {wrong.Before}.",
                $"เลขข้อ {wrong.Item.Number} ซ้ำ ถัดจากข้อ {wrong.Before} ควรเป็นข้อ {wrong.Expected}"
            )
        );
}
