using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

public sealed class DatasetRowTotal : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total of a row", "ยอดรวมของแถว");

    public override LocalText Meaning { get; } =
        new(
            "The value in a table's total column is not the sum of its row.",
            "คอลัมน์รวมของตารางไม่เท่ากับผลรวมของแถวนั้น"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) => WrongSums.Of(plan, sum => !sum.IsGrand && sum.IsOfRow);
}
