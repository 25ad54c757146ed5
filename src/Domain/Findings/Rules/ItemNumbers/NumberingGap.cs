using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

public sealed class NumberingGap : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("missing item number", "เลขข้อขาด");

    public override LocalText Meaning { get; } =
        new("A number is missing from a numbered list.", "ลำดับเลขข้อขาดหายไป");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        Numbering.Faults(
            plan,
            NumberingKind.Gap,
            wrong => new LocalText(
                wrong.Before is null
                    ? $"The list begins with {wrong.Item.Number}; {wrong.Expected} is missing."
                    : $"{wrong.Before} is followed by {wrong.Item.Number}; {wrong.Expected} is missing.",
                wrong.Before is null
                    ? $"รายการเริ่มที่ข้อ {wrong.Item.Number} โดยไม่มีข้อ {wrong.Expected}"
                    : $"ถัดจากข้อ {wrong.Before} เป็นข้อ {wrong.Item.Number} โดยไม่มีข้อ {wrong.Expected}"
            )
        );
}
