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
        Value("level", "ResponsibleLevel!", indicator => indicator.Level, "Who is to reach it.");
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
        Value(
            "achievement",
            "Decimal",
            target => target.Achievement,
            "Result / target × 100, two decimals; null until reported, or where the target is 0."
        );
        Source();
        Value("status", "AchievementStatus!", target => target.Status, "How far it got.");
    }
}
