using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// One command on the ledger: opens it, gives the first outcome again where the key is known, else decides, posts and
/// remembers. All of it is one transaction, and the locks make parallel copies of a request take turns.
/// </summary>
public abstract class LedgerHandler<TCommand, T>(ILedgerStore store, ICaller caller)
    : ICommandHandler<TCommand, Result<T>>
    where TCommand : IdempotentCommand<T>
{
    protected ILedgerStore Store => store;

    public async ValueTask<Result<T>> Handle(TCommand command, CancellationToken cancellationToken)
    {
        var key = command.IdempotencyKey is { } given
            ? new IdempotencyKey(caller.Name, given, typeof(TCommand).Name, Outcome.DigestOf(command))
            : null;
        var opened = await store.OpenAsync(ScopeOf(command), key, cancellationToken);
        if (opened.Remembered is { } remembered)
            return await AgainAsync(remembered, key!, cancellationToken);

        var result = Decide(command, opened);
        if (result.Succeeded)
            store.Post(opened.Ledger);
        if (key is not null)
            store.Remember(key, new Outcome(result.Succeeded ? IdsOf(result.Value) : [], result.Errors));
        return result;
    }

    protected abstract LedgerScope ScopeOf(TCommand command);

    protected abstract Result<T> Decide(TCommand command, OpenedLedger opened);

    protected abstract IReadOnlyList<Guid> IdsOf(T value);

    protected abstract Task<T> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    private async Task<Result<T>> AgainAsync(
        RememberedRequest remembered,
        IdempotencyKey key,
        CancellationToken cancellationToken
    )
    {
        if (remembered.Operation != key.Operation || !remembered.Digest.AsSpan().SequenceEqual(key.Digest))
            return new IdempotencyKeyReused();
        return remembered.Outcome.Errors.Count > 0
            ? Result<T>.Refused(remembered.Outcome.Errors)
            : await FindAsync(remembered.Outcome.Ids, cancellationToken);
    }
}

/// <summary>A command on the ledger that makes or changes one thing.</summary>
public abstract class SingleLedgerHandler<TCommand, T>(ILedgerStore store, ICaller caller)
    : LedgerHandler<TCommand, T>(store, caller)
    where TCommand : IdempotentCommand<T>
    where T : Entity
{
    protected override IReadOnlyList<Guid> IdsOf(T value) => [value.Id];

    protected override async Task<T> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        (await Store.FindAsync<T>(ids, cancellationToken)).Single();
}
