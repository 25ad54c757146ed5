using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Frees what is left of commitments whose last day is over. Gives how many; none is left where it is 0.</summary>
public sealed record ReleaseExpiredCommitments : ICommand<Result<ExpiredCommitments>>;

public sealed record ExpiredCommitments(int Count);

public sealed class ReleaseExpiredCommitmentsHandler(ILedgerStore store, IAuditTrail audit, TimeProvider time)
    : ICommandHandler<ReleaseExpiredCommitments, Result<ExpiredCommitments>>
{
    /// <summary>Few enough that nobody waits long for the plans that they are of.</summary>
    private const int AtOnce = 100;

    public async ValueTask<Result<ExpiredCommitments>> Handle(
        ReleaseExpiredCommitments command,
        CancellationToken cancellationToken
    )
    {
        var expired = await store.ExpiredCommitmentsAsync(ThaiDay.Of(time.GetUtcNow()), AtOnce, cancellationToken);
        if (expired.Count == 0)
            return new ExpiredCommitments(0);
        // To open them frees them.
        var opened = await store.OpenAsync(new LedgerScope { Commitments = expired }, null, cancellationToken);
        store.Post(opened.Ledger);
        var released = opened.Ledger.Entries.Count;
        if (released > 0)
            audit.Write(LedgerAudit.EntryOf(AccessRules.MutationOf(typeof(ReleaseExpiredCommitments)), opened.Ledger));
        return new ExpiredCommitments(released);
    }
}

/// <summary>Whether there is anything to free, asked for cheaply: it is asked for every minute.</summary>
public interface IExpiryCheck
{
    Task<bool> AnyAsync(DateOnly today, CancellationToken cancellationToken);
}

/// <summary>
/// Frees what has expired of commitments that nobody touches. Reads do not wait for it: they leave out what has expired by
/// themselves; and a command on the ledger frees first what has expired of the activities that it names.
/// </summary>
public sealed class CommitmentExpiry(IServiceScopeFactory scopes, IExpiryCheck expired, TimeProvider time)
{
    /// <summary>As the service itself.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await expired.AnyAsync(ThaiDay.Of(time.GetUtcNow()), cancellationToken))
            return;
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.AsSystem().GetRequiredService<ISender>();
        while ((await mediator.Send(new ReleaseExpiredCommitments(), cancellationToken)).Value.Count > 0) { }
    }
}
