using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>The rules of <see cref="PlanFileRules"/> for one project.</summary>
internal static class ProjectRules
{
    private static readonly LocalText StrategyOfPlan = new("strategy of the strategic plan", "กลยุทธ์ของแผน");

    /// <param name="strategies">The numbers of the strategic plan's strategies.</param>
    /// <param name="units">The numbers of the office's org units.</param>
    public static void Check(
        FaultList at,
        ProjectDocument project,
        IReadOnlySet<int> strategies,
        IReadOnlySet<int> units
    )
    {
        at.Known("strategy", project.Strategy, strategies, StrategyOfPlan);
        at.Known("responsibleUnit", project.ResponsibleUnit, units, PlanFileRules.UnitOfOffice);
        if (project.EndsOn < project.StartsOn)
            at.In("endsOn")
                .Add(
                    $"is before startsOn {project.StartsOn:yyyy-MM-dd}.",
                    $"อยู่ก่อนวันเริ่มต้น (startsOn) คือ {project.StartsOn:yyyy-MM-dd}"
                );
        at.Unique("owners", project.Owners, owner => owner.Name, "name");
        at.Unique("fundingSources", project.FundingSources, source => source.Kind, "kind");
        foreach (var (source, atSource) in at.Each("fundingSources", project.FundingSources))
            atSource.Decimals("amount", source.Amount, PlanFileRules.MoneyDecimals);
        at.Decimals("statedBudget", project.StatedBudget, PlanFileRules.MoneyDecimals);
        if (project.PrintedTotals is { } totals)
        {
            var atTotals = at.In("printedTotals");
            CheckRow(atTotals, totals.Q1, totals.Q2, totals.Q3, totals.Q4, totals.Total);
        }

        CheckActivities(at, "activities", project.Activities);
        foreach (var (kpi, atKpi) in at.Each("kpis", project.Kpis))
            atKpi.Decimals("targetValue", kpi.TargetValue, PlanFileRules.MeasureDecimals);
    }

    private static void CheckActivities(FaultList faults, string name, IReadOnlyList<ActivityDocument> activities)
    {
        foreach (var (activity, at) in faults.Each(name, activities))
        {
            CheckRow(at, activity.Q1, activity.Q2, activity.Q3, activity.Q4, activity.Total);
            CheckActivities(at, "subActivities", activity.SubActivities);
        }
    }

    private static void CheckRow(FaultList at, decimal? q1, decimal? q2, decimal? q3, decimal? q4, decimal? total)
    {
        at.Decimals("q1", q1, PlanFileRules.MoneyDecimals);
        at.Decimals("q2", q2, PlanFileRules.MoneyDecimals);
        at.Decimals("q3", q3, PlanFileRules.MoneyDecimals);
        at.Decimals("q4", q4, PlanFileRules.MoneyDecimals);
        at.Decimals("total", total, PlanFileRules.MoneyDecimals);
    }
}
