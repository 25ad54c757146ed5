using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Links an office's indicator to a definition of the ministry's catalogue, or removes the link.</summary>
/// <param name="DefinitionCode">The code of the definition; null removes the link.</param>
[AllowedTo(Role.PlanOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record LinkIndicator(GivenId IndicatorId, string? DefinitionCode) : DryRunCommand<Written>;

public sealed class LinkIndicatorHandler(IResultStore store, ICatalogueStore catalogue, CommandSession session)
    : IndicatorHandler<LinkIndicator>(store, session)
{
    protected override GivenId IdOf(LinkIndicator command) => command.IndicatorId;

    protected override async Task<Result<Change<Written>>> DecideAsync(
        LinkIndicator command,
        OpenedIndicator opened,
        CancellationToken cancellationToken
    )
    {
        var indicator = opened.Indicator;
        var before = new { definition = indicator.Definition?.Code };
        IndicatorDefinition? definition = null;
        if (command.DefinitionCode is { } code)
        {
            definition = await catalogue.FindDefinitionAsync(code, cancellationToken);
            if (definition is null)
                return ResultInputs.NoDefinition;
            if (!MeasureUnit.Agree(indicator.Unit, definition.Unit))
                return ResultInputs.OtherUnit(indicator.Unit, definition.Unit);
        }

        indicator.Link(definition);
        return new Change<Written>(new Written(indicator.Id), indicator)
        {
            Before = before,
            After = new { definition = definition?.Code },
        };
    }
}
