using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class QuarterColumnSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total of a quarter", "ยอดรวมของไตรมาส");

    public override LocalText Meaning { get; } =
        new(
            "The amount of a quarter in a spending table's total row is not the sum of the activities.",
            "แถวรวมของแผนการใช้จ่ายงบประมาณไม่ตรงกับผลรวมของกิจกรรมในไตรมาสนั้น"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        from quarter in SpendingColumns.Quarters
        let delta = table.ColumnDelta(quarter)
        where delta is not null && delta != 0
        select TotalCells.Fault(
            plan,
            table,
            quarter,
            table.Computed(quarter)!.Value,
            new LocalText(
                $"the activities of {quarter.Name().English} add up to",
                $"ผลรวมของกิจกรรมใน{quarter.Name().Thai} เท่ากับ"
            )
        );
}
