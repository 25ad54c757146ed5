using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
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
/// Reports a proposed result, with its definition as evidence. From then on it counts and is public, so it is refused if so few
/// people are counted, or are not, or differ from another accepted result of the office and year, that single ones could be told.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record AcceptIndicatorProposal(GivenId ProposalId) : IdempotentCommand;

/// <param name="ProjectId">That of a success indicator.</param>
public sealed record OpenedProposal(
    string OfficeCode,
    IndicatorProposal Proposal,
    OpenedMeasure Measure,
    Guid? ProjectId = null
) : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}

public sealed class AcceptIndicatorProposalHandler(
    IResultStore results,
    IProposalStore proposals,
    IDevelopmentFactsReader facts,
    CommandSession session
) : CommandHandler<AcceptIndicatorProposal, OpenedProposal, Written>(session)
{
    protected override async Task<Result<OpenedProposal>> OpenAsync(
        AcceptIndicatorProposal command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var missing = new NotFound(nameof(IndicatorProposal), command.ProposalId.Text);
        var proposal = await proposals.OpenAsync(command.ProposalId.Id, cancellationToken);
        // Nobody else sees it.
        if (proposal is null || !Session.Caller.Is(Role.DevelopmentOfficer, proposal.Office.Code))
            return missing;
        if (proposal.IndicatorId is { } indicatorId)
        {
            return
                await results.OpenIndicatorAsync(indicatorId, proposal.FiscalYear, cancellationToken)
                    is { Measure: { } measure } indicator
                ? new OpenedProposal(indicator.OfficeCode, proposal, measure)
                : missing;
        }

        if (await results.OpenKpiAsync(proposal.KpiId!.Value, cancellationToken) is not { } kpi)
            return missing;
        return kpi.Status.IsReportedOn()
            ? new OpenedProposal(kpi.OfficeCode, proposal, kpi.Measure, ((ProjectKpi)kpi.Measure.Subject).Project.Id)
            : ResultStates.NotUnderWay(kpi.Status);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        AcceptIndicatorProposal command,
        OpenedProposal opened,
        CancellationToken cancellationToken
    )
    {
        var (proposal, on) = (opened.Proposal, opened.Measure);
        var accepted = await proposals.AcceptedAsync(proposal.OfficeId, proposal.FiscalYear, cancellationToken);
        var recorded =
            proposal.Measure == IndicatorMeasure.Completion
                ? await facts.ReadAsync(proposal.OfficeId, proposal.FiscalYear, cancellationToken)
                : null;
        if (proposal.Accept(accepted, on.Standing.At, on.Standing.Actor, recorded, opened.ProjectId) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        on.Next.Report(
            on.Standing,
            new Measurement(proposal.Value, proposal.Numerator, proposal.Denominator),
            null,
            proposal.Evidence,
            null
        );
        results.Add(on.Next);
        return new Change<Written>(new Written(proposal.Id, on.Next.Id), on.Subject)
        {
            Before = on.Now,
            After = new { fiscalYear = proposal.FiscalYear, result = ResultFigures.Of(on.Next) },
        };
    }
}
