using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

public sealed class SubActivitySum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("sum of sub-activities", "ผลรวมของกิจกรรมย่อย");

    public override LocalText Meaning { get; } =
        new(
            "An activity prints amounts that are not the sums of its sub-activities.",
            "งบประมาณของกิจกรรมหลักไม่เท่ากับผลรวมของกิจกรรมย่อย"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from table in SpendingTable.Of(plan)
        from row in table.Rows
        where row.Activity.SubActivities.Count > 0 && SpendingTable.RepresentsItsParts(row.Activity)
        let differing = Differing(row.Activity)
        where differing.Count > 0
        select FaultOf(plan, table, row, differing);

    private static List<SpendingColumn> Differing(ActivityDocument activity) =>
        [
            .. SpendingColumns.All.Where(column =>
                column.Of(activity.Printed) is { } stated && Sum(activity, column) is { } sum && stated != sum
            ),
        ];

    private static decimal? Sum(ActivityDocument activity, SpendingColumn column) =>
        Amounts.Sum(
            activity.SubActivities.Select(sub =>
                column.Of(sub.Printed) ?? (sub.SubActivities.Count > 0 ? Sum(sub, column) : null)
            )
        );

    private static Fault FaultOf(PlanFile plan, SpendingTable table, SpendingRow row, List<SpendingColumn> columns)
    {
        var (activity, project) = (row.Activity, table.Project.Number);
        string Stated(SpendingColumn column) => Amounts.Text(column.Of(activity.Printed)!.Value);
        string Computed(SpendingColumn column) => Amounts.Text(Sum(activity, column)!.Value);
        var english = columns.Select(c => $"{c.Name().English} {Stated(c)} against {Computed(c)}");
        var thai = columns.Select(c => $"{c.Name().Thai} {Stated(c)} ต่อ {Computed(c)}");
        var first = columns[0];
        return new Fault(
            table.Place(row) + "/subActivities",
            table.Location(row),
            new LocalText(
                $"The activity's amounts are not the sums of its sub-activities (baht): {string.Join("; ", english)}.",
                $"งบประมาณของกิจกรรมไม่เท่ากับผลรวมของกิจกรรมย่อย (บาท): {string.Join("; ", thai)}"
            )
        )
        {
            Subject = activity,
            Stated = string.Join("; ", columns.Select(Stated)),
            Computed = string.Join("; ", columns.Select(Computed)),
            Source = plan.Sources.Of(activity, first.Key()),
            TakeComputed =
                columns.Count == 1
                    ? file => file.EditActivity(project, row.Path, a => first.Set(a, Sum(a, first)))
                    : null,
        };
    }
}
