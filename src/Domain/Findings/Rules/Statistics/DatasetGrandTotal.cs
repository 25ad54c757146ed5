using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

public sealed class DatasetGrandTotal : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("grand total", "ยอดรวมทั้งหมด");

    public override LocalText Meaning { get; } =
        new(
            "A table's grand total is not the sum of its sub-totals, or of its parts if there are no sub-totals.",
            "ยอดรวมทั้งสิ้นของตารางไม่เท่ากับผลรวมของยอดรวมย่อย หรือของรายการทั้งหมดเมื่อไม่มียอดรวมย่อย"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) => WrongSums.Of(plan, sum => sum.IsGrand);
}
