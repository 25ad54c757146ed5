using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Frees what is left of commitments whose last day is over. Gives how many; none is left where it is 0.</summary>
public sealed record ReleaseExpiredCommitments : ICommand<Result<ExpiredCommitments>>;

public sealed record ExpiredCommitments(int Count);

public sealed class ReleaseExpiredCommitmentsHandler(ILedgerStore store, IAuditTrail audit, TimeProvider time)
    : ICommandHandler<ReleaseExpiredCommitments, Result<ExpiredCommitments>>
{
    private const int AtOnce = 500;

    public async ValueTask<Result<ExpiredCommitments>> Handle(
        ReleaseExpiredCommitments command,
        CancellationToken cancellationToken
    )
    {
        var expired = await store.ExpiredCommitmentsAsync(ThaiDay.Of(time.GetUtcNow()), AtOnce, cancellationToken);
        if (expired.Count == 0)
            return new ExpiredCommitments(0);
        var opened = await store.OpenAsync(new LedgerScope { Commitments = expired }, null, cancellationToken);
        opened.Ledger.ReleaseExpired();
        store.Post(opened.Ledger);
        audit.Write(LedgerAudit.EntryOf(AccessRules.MutationOf(typeof(ReleaseExpiredCommitments)), opened.Ledger));
        return new ExpiredCommitments(expired.Count);
    }
}

/// <summary>Whether there is anything to free, asked for cheaply: requests wait for the answer.</summary>
public interface IExpiryCheck
{
    Task<bool> AnyAsync(DateOnly today, CancellationToken cancellationToken);
}

/// <summary>
/// Sees to it that no expired commitment is shown as reserved: once a day, before the first request of the day is answered,
/// and again whenever it is asked to.
/// </summary>
public sealed partial class CommitmentExpiry(
    IServiceScopeFactory scopes,
    IExpiryCheck expired,
    TimeProvider time,
    ILogger<CommitmentExpiry> logger
) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private DateOnly freedFor;

    private bool IsDue => freedFor != ThaiDay.Of(time.GetUtcNow());

    /// <summary>Frees what has expired by today, where this process has not done so today. Never fails; it is due again then.</summary>
    public async ValueTask EnsureAsync(CancellationToken cancellationToken)
    {
        if (!IsDue)
            return;
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (IsDue)
                await RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>As the service itself, whoever's request it was that made it due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = ThaiDay.Of(time.GetUtcNow());
        if (await expired.AnyAsync(today, cancellationToken))
            await ReleaseAsync(cancellationToken);
        freedFor = today;
    }

    public void Dispose() => turn.Dispose();

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.AsSystem().GetRequiredService<ISender>();
        while ((await mediator.Send(new ReleaseExpiredCommitments(), cancellationToken)).Value.Count > 0) { }
    }

    [LoggerMessage(LogLevel.Warning, "Expired commitments could not be freed; it is tried again")]
    private partial void LogFailure(Exception exception);
}
