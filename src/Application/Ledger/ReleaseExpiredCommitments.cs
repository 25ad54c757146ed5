using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Frees what is left of commitments whose last day is over. Gives how many; none is left where it is 0.</summary>
[EndsIn]
public sealed record ReleaseExpiredCommitments : ICommand<Result<ExpiredCommitments>>;

public sealed record ExpiredCommitments(int Count) : Written;

public sealed class ReleaseExpiredCommitmentsHandler(ILedgerStore store, CommandSession session)
    : CommandHandler<ReleaseExpiredCommitments, OfNoOffice<BudgetLedger>, ExpiredCommitments>(session)
{
    /// <summary>Few enough that nobody waits long for the plans that they are of.</summary>
    private const int AtOnce = 100;

    protected override async Task<Result<OfNoOffice<BudgetLedger>>> OpenAsync(
        ReleaseExpiredCommitments command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var today = Session.Today;
        var expired = await store.ExpiredCommitmentsAsync(today, AtOnce, cancellationToken);
        // To open them frees them.
        var opened = await store.OpenAsync(new LedgerScope { Commitments = expired }, [], cancellationToken);
        return new OfNoOffice<BudgetLedger>(opened.Ledger);
    }

    protected override Task<Result<Change<ExpiredCommitments>>> DecideAsync(
        ReleaseExpiredCommitments command,
        OfNoOffice<BudgetLedger> opened,
        CancellationToken cancellationToken
    )
    {
        store.Post(opened.Subject);
        Result<Change<ExpiredCommitments>> freed = LedgerAudit.Of(
            opened.Subject,
            new ExpiredCommitments(opened.Subject.Entries.Count)
        );
        return Task.FromResult(freed);
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
