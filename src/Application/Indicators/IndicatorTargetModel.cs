using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Achievement and status are computed in SQL by the same rules as in <see cref="Achievement"/>.</summary>
public sealed class IndicatorTargetModel : Model<IndicatorTarget>
{
    public IndicatorTargetModel()
        : base("The target of an indicator for a fiscal year, with its result.")
    {
        SeenBy(WithId<Indicator>(target => target.IndicatorId));
        Lists("IndicatorTargets");
        Order(target => target.FiscalYear);
        Root("indicatorTargets", "Targets of all indicators, by fiscal year.");
        Field(target => target.FiscalYear, "Buddhist era.");
        Field(target => target.Target, "The target in the indicator's unit.");
        Field(target => target.Result, "The counting result; null until one is reported.");
        Field(target => target.Numerator, "Of the result, if it was reported as a ratio.");
        Field(target => target.Denominator, "Of the result, if it was reported as a ratio.");
        Field(target => target.Direction, "The indicator's direction.");
        Computed<decimal?>(
            "achievement",
            "Result / target × 100, or target / result × 100 if lower is better; two decimals. Null until a result is reported, or if the target "
                + "or the divisor is not above 0."
        );
        Source();
        Computed<AchievementStatus>("status", "Whether the result reaches the target.");
        Maybe<IndicatorResult>("current", target => target.ResultId, "The entry with the counting result.")
            .NotFiltered()
            .NotSorted();
        Page<IndicatorResult>(
                "results",
                result => result.TargetId,
                "All entries about the result, in order of recording."
            )
            .NotFiltered();
        One<Indicator>("indicator", target => target.IndicatorId, "The indicator of the target.");
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
            "The strategy that the indicator belongs to."
        );
        GroupBy(
            "STRATEGY_NAME",
            target => RowOf.Id<Indicator>(target.IndicatorId).Strategy.Name,
            "The strategy's name, across offices."
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
            "The definition in the ministry's catalogue; null for indicators without one."
        );
        GroupBy("DIRECTION", target => target.Direction, "Whether higher or lower results are better.");
        GroupByComputed("STATUS", "status", "Whether the result reaches the target.");
    }
}
