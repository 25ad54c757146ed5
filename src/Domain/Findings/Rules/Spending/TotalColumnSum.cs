using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>Not reported if a wrong total of an activity, or a wrong total of the total row, explains it.</summary>
public sealed class TotalColumnSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total of the activities", "ยอดรวมของทุกกิจกรรม");

    public override LocalText Meaning { get; } =
        new(
            "The total of a spending table is not the sum of its activities' totals.",
            "ยอดรวมทั้งสิ้นของแผนการใช้จ่ายงบประมาณไม่เท่ากับผลรวมของยอดรวมแต่ละกิจกรรม"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        let delta = table.ColumnDelta(SpendingColumn.Total)
        where delta is not null && delta != 0 && !IsExplained(table, delta.Value)
        select TotalCells.Fault(
            plan,
            table,
            SpendingColumn.Total,
            table.Computed(SpendingColumn.Total)!.Value,
            new LocalText("the totals of the activities add up to", "ผลรวมของยอดรวมแต่ละกิจกรรมเท่ากับ")
        );

    private static bool IsExplained(SpendingTable table, decimal delta) =>
        table.TotalIsWrong
        || Amounts.AnyAddUpTo([.. table.Summed.Select(row => row.Delta).OfType<decimal>().Where(d => d != 0)], -delta);
}
