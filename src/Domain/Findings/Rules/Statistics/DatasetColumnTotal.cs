using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

public sealed class DatasetColumnTotal : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total of a column", "ยอดรวมของคอลัมน์");

    public override LocalText Meaning { get; } =
        new(
            "The value in a table's total row is not the sum of the rows above it.",
            "แถวรวมของตารางไม่เท่ากับผลรวมของแถวข้างบน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) => WrongSums.Of(plan, sum => !sum.IsGrand && !sum.IsOfRow);
}
