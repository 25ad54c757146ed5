using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class ExpenseClassSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("sum of expense classes", "ผลรวมตามหมวดรายจ่าย");

    public override LocalText Meaning { get; } =
        new(
            "The amounts by class of expense in a row do not add up to its total.",
            "จำนวนเงินตามหมวดรายจ่ายในแถวรวมกันไม่เท่ากับยอดรวมของแถว"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        UnreadCells.Of(
            plan,
            ExpectedValue.Part,
            new LocalText(
                "The amounts by class of expense from this cell on do not add up to the total of the row.",
                "จำนวนเงินตามหมวดรายจ่ายตั้งแต่ช่องนี้รวมกันไม่เท่ากับยอดรวมของแถว"
            )
        );
}
