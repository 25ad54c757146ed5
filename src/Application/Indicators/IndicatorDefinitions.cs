using Mediator;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>The ministry's catalogue of indicators, by code.</summary>
public sealed record ListIndicatorDefinitions(ListArguments Arguments) : ListQuery<IndicatorDefinition>(Arguments);

public sealed class ListIndicatorDefinitionsHandler(ListPlanner planner)
    : ListQueryHandler<ListIndicatorDefinitions, IndicatorDefinition>(planner);

/// <summary>The indicator of the catalogue with this code, or null.</summary>
public sealed record FindIndicatorDefinition(string Code) : ILookupQuery<IndicatorDefinition>;

public sealed class FindIndicatorDefinitionHandler(IReadStore store)
    : IQueryHandler<FindIndicatorDefinition, Lookup<IndicatorDefinition>>
{
    public ValueTask<Lookup<IndicatorDefinition>> Handle(
        FindIndicatorDefinition query,
        CancellationToken cancellationToken
    ) =>
        new(
            new Lookup<IndicatorDefinition>(
                nameof(FindIndicatorDefinition),
                [query.Code],
                values => Of((string)values[0])
            )
        );

    private IQueryable<IndicatorDefinition> Of(string code) =>
        store.Set<IndicatorDefinition>().Where(definition => definition.Code == code);
}

public sealed class IndicatorDefinitionModel : QueryModel<IndicatorDefinition>
{
    public IndicatorDefinitionModel()
        : base("IndicatorDefinition")
    {
        DefaultOrder = [definition => definition.Code];
        Id(definition => definition.Id);
        Value("code", definition => definition.Code);
        Value("name", definition => definition.Name);
        Value("unit", definition => definition.Unit);
        Value("direction", definition => definition.Direction);
        Value("description", definition => definition.Description);
    }
}
