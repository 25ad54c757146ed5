using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Indicators, by the number of their strategy and their own.</summary>
public sealed record ListIndicators(ListArguments Arguments) : ListQuery<Indicator>(Arguments);

public sealed class ListIndicatorsHandler(ListPlanner planner) : ListQueryHandler<ListIndicators, Indicator>(planner);

public sealed class IndicatorModel : QueryModel<Indicator>
{
    public IndicatorModel()
        : base("Indicator")
    {
        DefaultOrder = [indicator => indicator.Strategy.Number, indicator => indicator.Number];
        Id(indicator => indicator.Id);
        Related("strategy", indicator => indicator.Strategy);
        Value("number", indicator => indicator.Number);
        Value("name", indicator => indicator.Name);
        Value("unit", indicator => indicator.Unit);
        Value("level", indicator => indicator.Level);
        Value("direction", indicator => indicator.Direction);
        Related("definition", indicator => indicator.Definition);
        List("targets", indicator => indicator.Targets);
    }
}
