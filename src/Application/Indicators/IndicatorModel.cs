using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

public sealed class IndicatorModel : Model<Indicator>
{
    public IndicatorModel()
        : base("An indicator (ตัวชี้วัด) of a strategy.")
    {
        SeenBy(With(indicator => indicator.Strategy));
        Lists("Indicators");
        GroupName = "IndicatorsGroup";
        Order(indicator => indicator.Strategy.Number, indicator => indicator.Number);
        Root("indicators", "Indicators of all strategic plans, by strategy number and indicator number.");
        Key(indicator => indicator.Id);
        RootById("indicator", "The indicator with this id, or null.");
        One<Strategy>("strategy", indicator => indicator.StrategyId, "The strategy that the indicator belongs to.");
        Field(indicator => indicator.Number, "Number within the strategy.");
        Field(indicator => indicator.Name, "As printed.");
        Field(indicator => indicator.Unit, "As printed: \"ร้อยละ\" is percent.");
        Field(indicator => indicator.Level, "Who is to reach the target.");
        Field(
            indicator => indicator.Direction,
            "Whether higher or lower results are better: the definition's direction if the indicator is linked to one, otherwise its own."
        );
        Group(
            "baseline",
            new GroupType("IndicatorBaseline", "An earlier value of an indicator, for comparison."),
            "The baseline, if known.",
            indicator => indicator.BaselineFiscalYear,
            Value("fiscalYear", indicator => indicator.BaselineFiscalYear, "Buddhist era.").NotNull(),
            Value("value", indicator => indicator.BaselineValue, "Value in the indicator's unit.").NotNull()
        );
        Maybe<IndicatorDefinition>(
            "definition",
            indicator => indicator.DefinitionId,
            "The definition in the ministry's catalogue; null if the indicator is not linked."
        );
        Source();
        Results();
        Groups();
    }

    private void Results()
    {
        Many<IndicatorTarget>(
            "targets",
            target => target.IndicatorId,
            target => target.FiscalYear,
            "The targets, by fiscal year."
        );
        Many<IndicatorTarget>(
                "target",
                target => target.IndicatorId,
                target => target.FiscalYear,
                "The target of one fiscal year (Buddhist era)."
            )
            .ForYear((IndicatorTarget target) => target.FiscalYear, target => target.FiscalYear);
        Page<IndicatorResult>(
                "results",
                result => result.IndicatorId,
                "All entries about results, of all years, in order of recording."
            )
            .NotFiltered();
    }

    private void Groups()
    {
        GroupByOffice(indicator => indicator.Strategy.StrategicPlan.Office);
        GroupBy<Strategy>(
            "STRATEGY",
            indicator => indicator.StrategyId,
            indicator => indicator.Strategy.Name,
            "The strategy that the indicator belongs to."
        );
        GroupBy("STRATEGY_NAME", indicator => indicator.Strategy.Name, "The strategy's name, across offices.");
        GroupBy<IndicatorDefinition>(
            "DEFINITION",
            indicator => indicator.DefinitionId,
            indicator => indicator.Definition!.Name,
            "The definition in the ministry's catalogue; null for indicators without one."
        );
        GroupBy("UNIT", indicator => indicator.Unit, "The unit as printed.");
        GroupBy("LEVEL", indicator => indicator.Level, "Who is to reach the target.");
        GroupBy("DIRECTION", indicator => indicator.Direction, "Whether higher or lower results are better.");
    }
}
