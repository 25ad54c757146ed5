using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

public sealed class NumberingOrder : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("order of item numbers", "ลำดับเลขข้อ");

    public override LocalText Meaning { get; } =
        new("An item of a numbered list is out of order.", "ข้อในรายการไม่เรียงตามลำดับเลข");

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        Numbering.Faults(
            plan,
            NumberingKind.Order,
            wrong => new LocalText(
                $"{wrong.Item.Number} comes after {wrong.Before}.",
                $"ข้อ {wrong.Item.Number} อยู่ถัดจากข้อ {wrong.Before}"
            )
        );
}
