using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>Not reported if wrong quarter sums explain it.</summary>
public sealed class TotalRowSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total row", "แถวรวมทั้งสิ้น");

    public override LocalText Meaning { get; } =
        new(
            "The total row of a spending table prints a total that is not the sum of its four quarters.",
            "ยอดรวมทั้งสิ้นในแถวรวมของแผนการใช้จ่ายงบประมาณไม่เท่ากับผลรวมของสี่ไตรมาสในแถวเดียวกัน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        let delta = table.TotalRowDelta
        where delta is not null && delta != 0 && !table.TotalRowIsExplained
        select TotalCells.Fault(
            plan,
            table,
            SpendingColumn.Total,
            table.Project.PrintedTotals!.QuarterSum()!.Value,
            new LocalText("its four quarters add up to", "ผลรวมของสี่ไตรมาสในแถวรวมเท่ากับ")
        );
}
