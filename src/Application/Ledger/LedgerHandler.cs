using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>
/// Handles a command on the ledger: it names the rows it needs, and decides. All posted entries are written together.
/// </summary>
public abstract class LedgerHandler<TCommand>(ILedgerStore store, CommandSession session)
    : CommandHandler<TCommand, OpenedLedger, Written>(session)
    where TCommand : IdempotentCommand
{
    protected ILedgerStore Store => store;

    protected abstract LedgerScope ScopeOf(TCommand command);

    /// <summary>Keys of parts of the command; none if the command has only its own.</summary>
    protected virtual IEnumerable<IdempotencyKey> KeysOfParts(TCommand command) => [];

    /// <summary>
    /// Posts to the ledger. Returns the ids of the payments, commitments, transfers or the project for the payload.
    /// </summary>
    protected abstract Result<Written> Decide(TCommand command, OpenedLedger opened);

    protected sealed override async Task<Result<OpenedLedger>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<IdempotencyKey> own = key is null ? [] : [key];
        return await store.OpenAsync(ScopeOf(command), [.. own, .. KeysOfParts(command)], cancellationToken);
    }

    /// <summary>The key was looked up in the round trip that opened the ledger.</summary>
    protected sealed override Task<RememberedRequest?> RememberedAsync(
        Result<OpenedLedger> opened,
        IdempotencyKey key,
        CancellationToken cancellationToken
    ) => Task.FromResult(opened.Value.Remembered.Of(key));

    protected sealed override Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedLedger opened,
        CancellationToken cancellationToken
    )
    {
        var decided = Decide(command, opened);
        if (decided.Succeeded)
            store.Post(opened.Ledger);
        return Task.FromResult(decided.Then(written => LedgerAudit.Of(opened.Ledger, written)));
    }
}
