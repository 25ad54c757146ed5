using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Links an office's indicator to a definition of the ministry's catalogue, or removes the link.</summary>
/// <param name="DefinitionCode">The code of the definition; null removes the link.</param>
[AllowedTo(Role.PlanOfficer, Role.Administrator)]
public sealed record LinkIndicator(GivenId IndicatorId, string? DefinitionCode) : DryRunCommand<ChangedIndicator>;

/// <summary>The id of a changed indicator, which is read again for the response.</summary>
public sealed record ChangedIndicator(Guid Id);

public sealed class LinkIndicatorHandler(
    IResultStore store,
    ICatalogueStore catalogue,
    AccessControl access,
    IAuditTrail audit
) : ICommandHandler<LinkIndicator, Result<ChangedIndicator>>
{
    public async ValueTask<Result<ChangedIndicator>> Handle(LinkIndicator command, CancellationToken cancellationToken)
    {
        if (await store.OpenIndicatorAsync(command.IndicatorId.Id, null, cancellationToken) is not { } opened)
            return new NotFound(nameof(Indicator), command.IndicatorId.Text);
        access.DemandOffice<LinkIndicator>(opened.OfficeCode);
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
        if (await catalogue.SaveAsync(cancellationToken) > 0)
        {
            var after = new { definition = definition?.Code };
            audit.Write(ResultAudit.EntryOf("linkIndicator", indicator, null, before, after, null));
        }

        return new ChangedIndicator(indicator.Id);
    }
}
