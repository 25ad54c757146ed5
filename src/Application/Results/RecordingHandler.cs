using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Results;

/// <summary>What a command that records something works with.</summary>
public sealed record RecordingSession(
    IResultStore Store,
    IIdempotencyStore Keys,
    Caller Caller,
    AccessControl Access,
    IAuditTrail Audit,
    TimeProvider Time
);

/// <summary>What was recorded: an entry about something.</summary>
public sealed record Recorded(Guid SubjectId, Guid EntryId);

/// <summary>Something that was opened for a command, and locked until the transaction ends.</summary>
public interface IOpened
{
    string OfficeCode { get; }
}

/// <summary>
/// One command that records an entry: opens what it is about, sees that the caller may, gives the first outcome again where the
/// key is known, else decides and remembers. All of it is one transaction, and the locks make parallel copies take turns.
/// </summary>
public abstract class RecordingHandler<TCommand, TOpened>(RecordingSession session)
    : ICommandHandler<TCommand, Result<Recorded>>
    where TCommand : IdempotentCommand<Recorded>
    where TOpened : class, IOpened
{
    protected RecordingSession Session => session;

    public async ValueTask<Result<Recorded>> Handle(TCommand command, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(command, cancellationToken);
        if (opened is not null)
            session.Access.DemandOffice<TCommand>(opened.OfficeCode);
        var key = IdempotencyKey.Of(command, session.Caller.Name);
        if (key is not null && await session.Keys.FindAsync(key, cancellationToken) is { } remembered)
        {
            var refusals = remembered.RefusalsOf(key);
            return refusals.Count > 0
                ? Result<Recorded>.Refused(refusals)
                : new Recorded(remembered.Outcome.Ids[0], remembered.Outcome.Ids[1]);
        }

        var result = opened is null ? Missing(command) : await DecideAsync(command, opened, cancellationToken);
        if (key is not null)
        {
            IReadOnlyList<Guid> ids = result.Succeeded ? [result.Value.SubjectId, result.Value.EntryId] : [];
            session.Keys.Remember(key, new Outcome(ids, result.Errors));
        }

        return result;
    }

    /// <summary>Null where there is no such thing for the caller.</summary>
    protected abstract Task<TOpened?> OpenAsync(TCommand command, CancellationToken cancellationToken);

    protected abstract NotFound Missing(TCommand command);

    protected abstract Task<Result<Recorded>> DecideAsync(
        TCommand command,
        TOpened opened,
        CancellationToken cancellationToken
    );
}
