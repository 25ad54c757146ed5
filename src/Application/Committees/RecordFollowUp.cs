using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Committees;

/// <summary>
/// Records what was done about the recommendations of a visit, in place of what was recorded: by officers of the office, or
/// by members of the committee that made it.
/// </summary>
/// <param name="DoneOn">The Thai day on which all was done; null if something is left to do.</param>
[AllowedTo(Role.DevelopmentOfficer, Role.Staff)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record RecordFollowUp(GivenId VisitId, int ExpectedVersion, string ActionTaken, DateOnly? DoneOn)
    : IdempotentCommand;

public sealed class RecordFollowUpValidator : AbstractValidator<RecordFollowUp>
{
    public RecordFollowUpValidator() => RuleFor(command => command.ActionTaken).Text(1, 10_000);
}

public sealed class RecordFollowUpHandler(ICommitteeStore committees, IRegistryStore registry, CommandSession session)
    : VisitHandler<RecordFollowUp>(committees, registry, session)
{
    protected override Task<Result<OpenedVisit>> OpenAsync(
        RecordFollowUp command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => OpenVisitAsync(command.VisitId, cancellationToken);

    protected override Task<Result<Change<Written>>> DecideAsync(
        RecordFollowUp command,
        OpenedVisit opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(RecordFollowUp command, OpenedVisit opened)
    {
        var visit = opened.Visit!;
        if (command.ExpectedVersion != visit.Version)
            return new Conflict(visit.Version);
        var before = Figures(visit);
        return visit.Act(command.ActionTaken.Trim(), command.DoneOn, Session.Today) is { } refusal
            ? refusal
            : Changed(visit, before);
    }
}
