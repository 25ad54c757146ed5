using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

internal sealed class IndicatorType : NodeType<Indicator>
{
    public IndicatorType()
        : base("An indicator (ตัวชี้วัด) of a strategy.")
    {
        One<Strategy>("strategy", "Strategy!", indicator => indicator.StrategyId, "The strategy it measures.");
        Value("number", "Int!", indicator => indicator.Number, "Its number within the strategy.");
        Value("name", "String!", indicator => indicator.Name, "As printed.");
        Value("unit", "String!", indicator => indicator.Unit, "As printed: \"ร้อยละ\" is percent.");
        Seldom(
            "level",
            "ResponsibleLevel!",
            indicator => indicator.Level,
            "Who is to reach it.",
            nameof(Indicator.Level)
        );
        Seldom(
            "direction",
            "IndicatorDirection!",
            indicator => indicator.Direction,
            "Which results are better: that of its definition where it is linked to one, else its own.",
            nameof(Indicator.Direction),
            nameof(Indicator.OwnDirection)
        );
        Seldom(
            "baseline",
            "IndicatorBaseline",
            indicator => indicator.Baseline,
            "Where it stood before, if that is known.",
            nameof(Indicator.BaselineValue),
            nameof(Indicator.BaselineFiscalYear)
        );
        One<IndicatorDefinition>(
            "definition",
            "IndicatorDefinition",
            indicator => indicator.DefinitionId,
            "The indicator of the ministry's catalogue that it is; null where it is linked to none.",
            nameof(Indicator.DefinitionId)
        );
        Source();
        Many<IndicatorTarget>(
            "targets",
            "[IndicatorTarget!]!",
            target => target.IndicatorId,
            target => target.FiscalYear,
            "Its targets, by fiscal year."
        );
        ForYear<IndicatorTarget>(
            "target",
            "IndicatorTarget",
            target => target.IndicatorId,
            target => target.FiscalYear,
            (target, year) => target.FiscalYear == year,
            "Its target of one fiscal year (Buddhist era)."
        );
        Connection<IndicatorResult>(
            "results",
            "IndicatorResultsConnection!",
            result => result.IndicatorId,
            "All that was recorded about its results, of all years, in that order."
        );
    }
}

internal sealed class IndicatorTargetType : RowType<IndicatorTarget>
{
    public IndicatorTargetType()
        : base("IndicatorTarget", "What an indicator should reach in a fiscal year, and how far it got.")
    {
        Value("fiscalYear", "Int!", target => target.FiscalYear, "Buddhist era.");
        Value("target", "Decimal!", target => target.Target, "In the indicator's unit.");
        Value("result", "Decimal", target => target.Result, "The latest accepted result; null until one is reported.");
        Seldom(
            "numerator",
            "Decimal",
            target => target.Numerator,
            "Of the result, where it was told as a ratio.",
            nameof(IndicatorTarget.Numerator)
        );
        Seldom(
            "denominator",
            "Decimal",
            target => target.Denominator,
            "Of the result, where it was told as a ratio.",
            nameof(IndicatorTarget.Denominator)
        );
        Value("direction", "IndicatorDirection!", target => target.Direction, "That of its indicator.");
        Value(
            "achievement",
            "Decimal",
            target => target.Achievement,
            "Result / target × 100, or target / result × 100 where lower is better; two decimals; null until reported, or where what "
                + "is divided by is 0."
        );
        Source();
        Value("status", "AchievementStatus!", target => target.Status, "How far it got.");
        One<IndicatorResult>(
            "current",
            "IndicatorResult",
            target => target.ResultId,
            "The entry that reported the result that counts.",
            nameof(IndicatorTarget.ResultId),
            nameof(IndicatorTarget.ResultEntries)
        );
        Connection<IndicatorResult>(
            "results",
            "IndicatorResultsConnection!",
            result => result.TargetId,
            "All that was recorded about the result, in that order."
        );
    }
}

internal sealed class IndicatorBaselineType : ObjectType<IndicatorBaseline>
{
    public IndicatorBaselineType()
        : base("IndicatorBaseline", "Where an indicator stood before, to compare with.")
    {
        Value("fiscalYear", "Int!", baseline => baseline.FiscalYear, "Buddhist era.");
        Value("value", "Decimal!", baseline => baseline.Value, "In the indicator's unit.");
    }
}

internal sealed class IndicatorDefinitionType : NodeType<IndicatorDefinition>
{
    public IndicatorDefinitionType()
        : base("An indicator of the ministry's catalogue, which offices link theirs to.")
    {
        Value("code", "String!", definition => definition.Code, "For a program; stable.");
        Value("name", "String!", definition => definition.Name, "For a person.");
        Value("unit", "String!", definition => definition.Unit, "\"ร้อยละ\" is percent.");
        Value("direction", "IndicatorDirection!", definition => definition.Direction, "Which results are better.");
        Value("description", "String", definition => definition.Description, "What is measured, and how.");
    }
}
