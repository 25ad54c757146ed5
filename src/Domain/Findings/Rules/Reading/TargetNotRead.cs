using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class TargetNotRead : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("target not read", "อ่านค่าเป้าหมายไม่ได้");

    public override LocalText Meaning { get; } =
        new(
            "A target or baseline of an indicator is not one number, or its year is not clear.",
            "ค่าเป้าหมายหรือข้อมูลพื้นฐานของตัวชี้วัดไม่ใช่ตัวเลขจำนวนเดียว หรือไม่ชัดเจนว่าเป็นของปีใด"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        UnreadCells.Of(
            plan,
            ExpectedValue.Target,
            new LocalText(
                "One number in the unit of the indicator, under a year, is expected here; it is left empty.",
                "ที่นี่ควรเป็นตัวเลขจำนวนเดียวตามหน่วยนับของตัวชี้วัดและอยู่ใต้ปี จึงเว้นว่างไว้"
            )
        );
}
