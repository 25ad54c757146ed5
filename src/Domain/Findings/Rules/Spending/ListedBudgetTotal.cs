using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// A total sums the projects since the total before it, or all above it; one above all projects sums those below it. Other
/// sums are not known.
/// </summary>
public sealed class ListedBudgetTotal : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("total of the list of projects", "ยอดรวมของรายการโครงการ");

    public override LocalText Meaning { get; } =
        new(
            "The total in a list of projects is not the sum of the budgets that it lists.",
            "ยอดรวมในรายการโครงการไม่เท่ากับผลรวมของงบประมาณในรายการ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        (plan.Reading?.Listed ?? []).GroupBy(one => one.Source.Table).SelectMany(list => Check([.. list]));

    private static IEnumerable<Fault> Check(IReadOnlyList<ListedBudget> list)
    {
        var first = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (!list[i].IsTotal)
                continue;
            var since = SumOf(list.Take(i).Skip(first));
            var all = SumOf((i == 0 ? list.AsEnumerable() : list.Take(i)).Where(one => !one.IsTotal));
            var isFirst = first == 0;
            var isEmpty = first == i;
            first = i + 1;
            if (list[i].Amount is not { } stated || all is not { } whole || stated == whole || stated == since)
                continue;
            yield return FaultOf(list[i].Source, stated, isFirst || isEmpty ? whole : since!.Value);
        }
    }

    private static decimal? SumOf(IEnumerable<ListedBudget> parts) =>
        parts.Aggregate((decimal?)0, (sum, part) => sum + part.Amount);

    private static Fault FaultOf(Source source, decimal stated, decimal sum) =>
        new(
            $"list of projects/table {source.Table}/row {source.Row}",
            new LocalText("list of projects, total", "รายการโครงการ ยอดรวม"),
            new LocalText(
                $"The list of projects prints a total of {Amounts.Text(stated)} baht, but its budgets add up to {Amounts.Text(sum)} baht.",
                $"รายการโครงการพิมพ์ยอดรวม {Amounts.Text(stated)} บาท แต่งบประมาณในรายการรวมกันเป็น {Amounts.Text(sum)} บาท"
            )
        )
        {
            Stated = Amounts.Text(stated),
            Computed = Amounts.Text(sum),
            Source = source,
        };
}
