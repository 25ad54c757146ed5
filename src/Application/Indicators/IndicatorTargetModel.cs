using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Achievement and status are computed as <see cref="Achievement"/> does.</summary>
public sealed class IndicatorTargetModel : Model<IndicatorTarget>
{
    public IndicatorTargetModel()
        : base("What an indicator should reach in a fiscal year, and how far it got.")
    {
        SeenBy(WithId<Indicator>(target => target.IndicatorId));
        Lists("IndicatorTargets");
        Order(target => target.FiscalYear);
        Root("indicatorTargets", "Targets of all indicators, by fiscal year.");
        Field(target => target.FiscalYear, "Buddhist era.");
        Field(target => target.Target, "In the indicator's unit.");
        Field(target => target.Result, "The latest accepted result; null until one is reported.");
        Field(target => target.Numerator, "Of the result, where it was told as a ratio.");
        Field(target => target.Denominator, "Of the result, where it was told as a ratio.");
        Field(target => target.Direction, "That of its indicator.");
        Computed<decimal?>(
            "achievement",
            "Result / target × 100, or target / result × 100 where lower is better; two decimals; null until reported, or where what "
                + "is divided by is 0."
        );
        Source();
        Computed<AchievementStatus>("status", "How far it got.");
        Maybe<IndicatorResult>("current", target => target.ResultId, "The entry that reported the result that counts.")
            .NotFiltered()
            .NotSorted();
        Page<IndicatorResult>(
                "results",
                result => result.TargetId,
                "All that was recorded about the result, in that order."
            )
            .NotFiltered();
        One<Indicator>("indicator", target => target.IndicatorId, "The indicator that is to reach it.");
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.StrategicPlan.Office);
        GroupBy("FISCAL_YEAR", target => target.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<Strategy>(
            "STRATEGY",
            target => RowOf.Id<Indicator>(target.IndicatorId).StrategyId,
            target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.Name,
            "The strategy that the indicator measures."
        );
        GroupBy(
            "STRATEGY_NAME",
            target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.Name,
            "The strategy's name, over all offices."
        );
        GroupBy<Indicator>(
            "INDICATOR",
            target => target.IndicatorId,
            target => RowOf.Id<Indicator>(target.IndicatorId).Name,
            "The indicator."
        );
        GroupBy<IndicatorDefinition>(
            "DEFINITION",
            target => RowOf.Id<Indicator>(target.IndicatorId).DefinitionId,
            target => RowOf.Id<Indicator>(target.IndicatorId).Definition!.Name,
            "The indicator of the ministry's catalogue; null where it is linked to none."
        );
        GroupBy("DIRECTION", target => target.Direction, "Which results are better.");
        GroupByComputed("STATUS", "status", "How far it got.");
    }
}
