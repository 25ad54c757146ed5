using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events.Attending;

/// <summary>
/// Somebody who is enrolled says to be in a session, by the code that is shown there, and gets its minutes; minutes that are
/// recorded already stay. Again changes nothing. A wrong code, one that has expired, none at all and too many wrong tries are
/// refused with the same words.
/// </summary>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record CheckIn(GivenId SessionId, string Code) : ICommand<Result<Written>>, IRefusalIsKept;

public sealed class CheckInValidator : AbstractValidator<CheckIn>
{
    public CheckInValidator() => RuleFor(command => command.Code).Text(1, 100);
}

public sealed class CheckInHandler(IEventStore events, IRegistryStore registry, CommandSession session)
    : CommandHandler<CheckIn, CheckInHandler.Opened, Written>(session)
{
    public sealed record Opened(Offering Offering, Session Session, Enrollment Own) : IOpened
    {
        /// <summary>None, because people check in themselves.</summary>
        public IEnumerable<string> Offices => [];
    }

    protected override async Task<Result<Opened>> OpenAsync(
        CheckIn command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var id = command.SessionId.Id;
        return
            await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) is { } self
            && await events.OpenOfSessionAsync(id, self, cancellationToken) is { } offering
            && offering.Enrollments.FirstOrDefault(one => one.PersonId == self) is { } own
            ? new Opened(offering, offering.Sessions.Single(one => one.Id == id), own)
            : new NotFound(nameof(Session), command.SessionId.Text);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        CheckIn command,
        Opened opened,
        CancellationToken cancellationToken
    )
    {
        var (offering, session, own) = opened;
        var now = Session.Time.GetUtcNow();
        var code = await events.CodeAsync(session.Id, cancellationToken);
        if (code?.Accepts(own.Id, WallCode.DigestOf(session.Id, command.Code), now) != true)
        {
            await Session.Work.SaveAsync(cancellationToken);
            return Result<Change<Written>>.Refused([AttendanceCode.Wrong]);
        }

        return offering.CheckIn(own, session, now) is { } refusal
            ? Result<Change<Written>>.Refused([refusal])
            : new Change<Written>(new Written(own.Id), own) { After = new { Session = session.Id } };
    }
}
