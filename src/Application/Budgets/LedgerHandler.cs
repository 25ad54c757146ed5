using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>What a command on the ledger works with: the ledger, who asks, what they may, and where it is put on record.</summary>
public sealed record LedgerSession(ILedgerStore Store, Caller Caller, AccessControl Access, IAuditTrail Audit);

/// <summary>
/// One command on the ledger: opens it, sees that the caller may touch what it names, gives the first outcome again where the
/// key is known, else decides, posts, remembers and puts on record. All of it is one transaction, and the locks make parallel
/// copies of a request take turns.
/// </summary>
public abstract class LedgerHandler<TCommand, T>(LedgerSession session) : ICommandHandler<TCommand, Result<T>>
    where TCommand : IdempotentCommand<T>
{
    private static readonly AccessRule Rule = AccessRules.OfCommand(typeof(TCommand));
    private static readonly string Mutation = AccessRules.MutationOf(typeof(TCommand));

    protected LedgerSession Session => session;

    public async ValueTask<Result<T>> Handle(TCommand command, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(command, session.Caller.Name);
        var opened = await session.Store.OpenAsync(ScopeOf(command), key, cancellationToken);
        foreach (var project in opened.Ledger.Projects)
            session.Access.DemandOffice($"Mutation.{Mutation}", Rule, project.OfficeCode);
        if (opened.Remembered is { } remembered)
            return await AgainAsync(remembered, key!, cancellationToken);

        var result = Decide(command, opened);
        if (result.Succeeded)
        {
            session.Store.Post(opened.Ledger);
            if (opened.Ledger.Entries.Count > 0)
                session.Audit.Write(LedgerAudit.EntryOf(Mutation, opened.Ledger));
        }

        if (key is not null)
            session.Store.Remember(key, new Outcome(result.Succeeded ? IdsOf(result.Value) : [], result.Errors));
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
        var refusals = remembered.RefusalsOf(key);
        return refusals.Count > 0
            ? Result<T>.Refused(refusals)
            : await FindAsync(remembered.Outcome.Ids, cancellationToken);
    }
}

/// <summary>A command on the ledger that makes or changes one thing.</summary>
public abstract class SingleLedgerHandler<TCommand, T>(LedgerSession session) : LedgerHandler<TCommand, T>(session)
    where TCommand : IdempotentCommand<T>
    where T : Entity
{
    protected override IReadOnlyList<Guid> IdsOf(T value) => [value.Id];

    protected override async Task<T> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        (await Session.Store.FindAsync<T>(ids, cancellationToken)).Single();
}
