using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class AmountNotRead : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("amount not read", "อ่านจำนวนเงินไม่ได้");

    public override LocalText Meaning { get; } =
        new(
            "A number among a project's money is not one amount in baht, or it is not clear what it is.",
            "ตัวเลขในส่วนงบประมาณของโครงการไม่ใช่จำนวนเงินจำนวนเดียวเป็นบาท หรือไม่ชัดเจนว่าเป็นยอดใด"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        UnreadCells.Of(
            plan,
            ExpectedValue.Amount,
            new LocalText(
                "One amount in baht under a known heading is expected here; the amount is left empty.",
                "ที่นี่ควรเป็นจำนวนเงินจำนวนเดียวใต้หัวตารางที่รู้จัก จึงเว้นว่างไว้"
            )
        );
}
