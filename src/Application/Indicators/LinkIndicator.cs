using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Says which indicator of the ministry's catalogue an office's indicator is, or that it is none of them.</summary>
/// <param name="DefinitionCode">Null unlinks it.</param>
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
