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
        GroupsAre("IndicatorsGroup");
        Order(indicator => indicator.Strategy.Number, indicator => indicator.Number);
        Root("indicators", "Indicators of all strategic plans, by the number of their strategy and their own.");
        Key(indicator => indicator.Id);
        RootById("indicator", "The indicator with this id, or null.");
        One<Strategy>("strategy", indicator => indicator.StrategyId, "The strategy it measures.");
        Field(indicator => indicator.Number, "Its number within the strategy.");
        Field(indicator => indicator.Name, "As printed.");
        Field(indicator => indicator.Unit, "As printed: \"ร้อยละ\" is percent.");
        Field(indicator => indicator.Level, "Who is to reach it.");
        Field(
            indicator => indicator.Direction,
            "Which results are better: that of its definition where it is linked to one, else its own."
        );
        Group(
            "baseline",
            new GroupType("IndicatorBaseline", "Where an indicator stood before, to compare with."),
            "Where it stood before, if that is known.",
            indicator => indicator.BaselineFiscalYear,
            Value("fiscalYear", indicator => indicator.BaselineFiscalYear, "Buddhist era.").NotNull(),
            Value("value", indicator => indicator.BaselineValue, "In the indicator's unit.").NotNull()
        );
        Maybe<IndicatorDefinition>(
            "definition",
            indicator => indicator.DefinitionId,
            "The indicator of the ministry's catalogue that it is; null where it is linked to none."
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
            "Its targets, by fiscal year."
        );
        Many<IndicatorTarget>(
                "target",
                target => target.IndicatorId,
                target => target.FiscalYear,
                "Its target of one fiscal year (Buddhist era)."
            )
            .ForYear((IndicatorTarget target) => target.FiscalYear, target => target.FiscalYear);
        Page<IndicatorResult>(
                "results",
                result => result.IndicatorId,
                "All that was recorded about its results, of all years, in that order."
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
            "The strategy that it measures."
        );
        GroupBy("STRATEGY_NAME", indicator => indicator.Strategy.Name, "The strategy's name, over all offices.");
        GroupBy<IndicatorDefinition>(
            "DEFINITION",
            indicator => indicator.DefinitionId,
            indicator => indicator.Definition!.Name,
            "The indicator of the ministry's catalogue; null where it is linked to none."
        );
        GroupBy("UNIT", indicator => indicator.Unit, "The unit as printed.");
        GroupBy("LEVEL", indicator => indicator.Level, "Who is to reach it.");
        GroupBy("DIRECTION", indicator => indicator.Direction, "Which results are better.");
    }
}
