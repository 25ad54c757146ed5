using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

/// <summary>An indicator of the strategic plan with its place.</summary>
internal sealed record PlacedIndicator(StrategyDocument Strategy, IndicatorDocument Indicator)
{
    public static IEnumerable<PlacedIndicator> Of(PlanFile plan) =>
        from strategy in plan.StrategicPlan.Strategies
        from indicator in strategy.Indicators
        select new PlacedIndicator(strategy, indicator);

    public string Place => $"strategy {Strategy.Number}/indicator {Indicator.Number}";

    public LocalText Location => Labels.Indicator(Strategy, Indicator);

    /// <summary>
    /// Whether the targets should rise (1) or fall (-1), such as a drop-out rate or a number that is to be reduced. 0
    /// if the name does not say: a percentage of something that was reduced may rise.
    /// </summary>
    public int Direction
    {
        get
        {
            var name = Indicator.Name.TrimStart();
            if (name.StartsWith("อัตราการออกกลางคัน", StringComparison.Ordinal))
                return -1;
            if (!name.Contains("ลดลง", StringComparison.Ordinal))
                return 1;
            return name.StartsWith(Percentages.Unit, StringComparison.Ordinal) ? 0 : -1;
        }
    }

    public Fault Fault(PlanFile plan, string part, LocalText message, string? stated, string? computed = null) =>
        new($"{Place}/{part}", Location, message)
        {
            Subject = Indicator,
            Stated = stated,
            Computed = computed,
            Source = plan.Sources.Of(Indicator, part) ?? plan.Sources.Of(Indicator),
        };
}
