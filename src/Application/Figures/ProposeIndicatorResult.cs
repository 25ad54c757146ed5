using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Figures;

/// <summary>
/// Computes the result of an indicator, or of a project's success indicator, from what is recorded. Nothing is reported by it:
/// <see cref="AcceptIndicatorProposal"/> does that.
/// </summary>
/// <param name="FiscalYear">Of an indicator; a success indicator has that of its project.</param>
/// <param name="Until">Only events by the end of this quarter; null for the whole year.</param>
/// <param name="Topics">Codes, for TOPICS_LEARNT.</param>
/// <param name="Methods">Codes, for METHODS_USED.</param>
/// <param name="Hours">For HOURS_REACHED.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record ProposeIndicatorResult(
    GivenId? IndicatorId,
    GivenId? KpiId,
    int? FiscalYear,
    IndicatorMeasure Measure,
    FiscalQuarter? Until,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Methods,
    int? Hours
) : IdempotentCommand;

public sealed class ProposeIndicatorResultValidator : AbstractValidator<ProposeIndicatorResult>
{
    public const int MostCodes = 20;
    public const int MostHours = 2000;

    public ProposeIndicatorResultValidator()
    {
        RuleFor(command => command.IndicatorId)
            .Must((command, id) => (id is null) != (command.KpiId is null))
            .Refuse(
                "give indicatorId or kpiId, and not both.",
                "ระบุ indicatorId หรือ kpiId อย่างใดอย่างหนึ่งเท่านั้น"
            );
        RuleFor(command => command.FiscalYear)
            .Must((command, year) => (year is null) == (command.IndicatorId is null))
            .Refuse(
                "must be given with indicatorId, and not with kpiId, which has that of its project.",
                "ต้องระบุพร้อม indicatorId และไม่ระบุพร้อม kpiId ซึ่งใช้ปีของโครงการ"
            );
        RuleFor(command => command.Topics)
            .Must(codes => codes.Count <= MostCodes)
            .Refuse($"must hold {MostCodes} at most.", $"ต้องไม่เกิน {MostCodes} รายการ");
        RuleFor(command => command.Methods)
            .Must(codes => codes.Count <= MostCodes)
            .Refuse($"must hold {MostCodes} at most.", $"ต้องไม่เกิน {MostCodes} รายการ");
        RuleFor(command => command.Hours)
            .Must(hours => hours is null or >= 1 and <= MostHours)
            .Refuse($"must be 1 to {MostHours}.", $"ต้องเป็น 1 ถึง {MostHours}");
    }
}

/// <param name="Subject">The indicator or success indicator.</param>
/// <param name="ProjectId">That of a success indicator.</param>
public sealed record OpenedForProposal(string OfficeCode, Entity Subject, string? Unit, int FiscalYear, Guid? ProjectId)
    : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}

public sealed class ProposeIndicatorResultHandler(
    IResultStore results,
    IProposalStore proposals,
    IIndividualPlanStore plans,
    IDevelopmentFactsReader facts,
    CommandSession session
) : CommandHandler<ProposeIndicatorResult, OpenedForProposal, Written>(session)
{
    protected override async Task<Result<OpenedForProposal>> OpenAsync(
        ProposeIndicatorResult command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.IndicatorId is { } id)
        {
            if (await results.OpenIndicatorAsync(id.Id, command.FiscalYear, cancellationToken) is not { } indicator)
                return new NotFound(nameof(Indicator), id.Text);
            return indicator.Measure is null
                ? ResultInputs.NoTarget(indicator.Indicator.Targets.Select(one => one.FiscalYear))
                : new OpenedForProposal(
                    indicator.OfficeCode,
                    indicator.Indicator,
                    indicator.Indicator.Unit,
                    command.FiscalYear!.Value,
                    null
                );
        }

        var kpiId = command.KpiId!.Value;
        if (await results.OpenKpiAsync(kpiId.Id, cancellationToken) is not { } kpi)
            return new NotFound(nameof(ProjectKpi), kpiId.Text);
        var project = ((ProjectKpi)kpi.Measure.Subject).Project;
        return kpi.Status.IsReportedOn()
            ? new OpenedForProposal(
                kpi.OfficeCode,
                kpi.Measure.Subject,
                kpi.Measure.Unit,
                project.FiscalYear,
                project.Id
            )
            : ResultStates.NotUnderWay(kpi.Status);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        ProposeIndicatorResult command,
        OpenedForProposal opened,
        CancellationToken cancellationToken
    )
    {
        var reader = new CodeReader();
        var catalogues = await plans.CataloguesAsync(cancellationToken);
        var topics = reader.Topics(catalogues.Topics, command.Topics);
        var methods = reader.Methods(catalogues.Methods, command.Methods);
        if (reader.Errors.Count > 0)
            return Result<Change<Written>>.Refused(reader.Errors);
        var definition = new MeasureDefinition(
            command.Measure,
            opened.FiscalYear,
            command.Until,
            [.. topics.DistinctBy(one => one.Id).Select(one => new NamedId(one.Id, one.Code, one.Name))],
            [.. methods.DistinctBy(one => one.Id).Select(one => new NamedId(one.Id, one.Code, one.Name))],
            command.Hours,
            opened.ProjectId
        );
        var office = await proposals.OfficeIdAsync(opened.OfficeCode, cancellationToken);
        var same = (await proposals.OfAsync(opened.Subject.Id, opened.FiscalYear, cancellationToken))
            .Where(one => one.DefinitionKey == definition.Key)
            .ToList();
        var proposed = IndicatorProposal.Of(
            office,
            opened.Subject is Indicator ? opened.Subject.Id : null,
            opened.Subject is ProjectKpi ? opened.Subject.Id : null,
            opened.Unit,
            definition,
            await facts.ReadAsync(office, opened.FiscalYear, cancellationToken),
            same.LastOrDefault(one => one.AcceptedAt is not null) ?? same.LastOrDefault(),
            Session.Time.GetUtcNow(),
            Session.Caller.Name
        );
        if (!proposed.Succeeded)
            return Result<Change<Written>>.Refused(proposed.Errors);
        var proposal = proposed.Value;
        proposals.Add(proposal);
        return new Change<Written>(new Written(proposal.Id), opened.Subject)
        {
            // No numbers: the trail is read by administrators, who see nothing of people.
            After = new { proposal = proposal.Id, definition = proposal.DefinitionKey },
        };
    }
}
