using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>A command that settles a finding.</summary>
public interface IFindingCommand : IReasonedCommand, ICommand<Result<Written>>
{
    GivenId FindingId { get; }
}

/// <param name="Plan">The plan that the finding is in, which is locked.</param>
public sealed record OpenedFinding(PlanKey Plan, Finding Finding) : IOpened
{
    public IEnumerable<string> Offices => Plan.Offices;
}

/// <summary>Settles a finding that is not resolved, and puts on record how it was before and after.</summary>
public abstract class FindingHandler<TCommand>(StoredPlans stored, IPlanRepository plans, CommandSession session)
    : CommandHandler<TCommand, OpenedFinding, Written>(session)
    where TCommand : IFindingCommand
{
    protected StoredPlans Stored => stored;

    /// <summary>Settles it. Gives what else was changed for that, to be put on record; null for nothing.</summary>
    protected abstract Task<Result<SettledWith>> SettleAsync(
        TCommand command,
        OpenedFinding opened,
        CancellationToken cancellationToken
    );

    protected sealed override async Task<Result<OpenedFinding>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var id = command.FindingId.Id;
        return
            await plans.FindPlanOfFindingAsync(id, cancellationToken) is { } planId
            && await stored.LockAsync(planId, cancellationToken) is { } plan
            && await plans.FindFindingAsync(id, cancellationToken) is { } finding
            ? new OpenedFinding(plan, finding)
            : new NotFound(nameof(Finding), command.FindingId.Text);
    }

    protected sealed override async Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedFinding opened,
        CancellationToken cancellationToken
    )
    {
        var finding = opened.Finding;
        if (finding.Status == FindingStatus.Resolved)
            return FindingStates.Resolved;
        var before = FindingFigures.Of(finding);
        var settled = await SettleAsync(command, opened, cancellationToken);
        return settled.Then(with => new Change<Written>(new Written(finding.Id), finding)
        {
            Before = before,
            After = new { Finding = FindingFigures.Of(finding), Plan = with.Plan },
            Reason = command.Reason,
        });
    }
}

/// <summary>What was changed to settle a finding.</summary>
/// <param name="Plan">Of the plan, to be put on record; null where nothing was.</param>
public sealed record SettledWith(object? Plan);
