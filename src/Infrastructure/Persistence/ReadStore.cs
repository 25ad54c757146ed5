using System.Collections;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Infrastructure.Persistence.Reads;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Reads from one snapshot, over connections that can only read. During a rehearsal it reads what the rehearsal wrote.
/// </summary>
internal sealed class ReadStore(
    PlanDatabase database,
    PlanDbContext writer,
    UnitOfWork unitOfWork,
    Caller caller,
    ReadSet reads
) : IReadStore, IAsyncDisposable
{
    /// <summary>What belongs to more rows is read once it is known how many there are.</summary>
    private const int MaxRowsReadAhead = 10;

    private Snapshot? committed;
    private Snapshot? rehearsed;

    private Snapshot Snapshot =>
        unitOfWork.IsRehearsal && writer.Database.CurrentTransaction is not null
            ? rehearsed ??= new Snapshot(database, caller, reads, writer)
            : committed ??= new Snapshot(database, caller, reads, null);

    public IQueryable<T> Set<T>()
        where T : class => Snapshot.Context.Set<T>().AsNoTracking();

    public IQueryable<T> SetBelowSeen<T>()
        where T : class => Set<T>().IgnoreQueryFilters(RestrictedDbContext.FilterOf<T>.Name);

    public IQueryable<ActivityBudget> BudgetsAsOf(DateTimeOffset moment) =>
        Snapshot
            .Context.Set<ActivityBudget>()
            .FromSqlRaw(LedgerSql.SelectAsOf, moment.ToUniversalTime())
            .AsNoTracking();

    public Task<IReadOnlyList<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        ToldAsync(() => RowsAsync(query, cancellationToken));

    public async Task<IReadOnlyDictionary<Guid, TValue>> ReadAsync<TValue>(
        BatchRead<TValue> read,
        ReadKey key,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        var tree = new ReadTree(read, key, withBelow: key.Count <= MaxRowsReadAhead);
        var found = await ToldAsync(() => TreeAsync(tree, isLast && tree.IsWhole, cancellationToken));
        return read.ById(found ?? await read.ListAsync(this, key.Ids(key.Values), cancellationToken));
    }

    public async Task RenewAsync()
    {
        if (committed is not null)
            await committed.DisposeAsync();
        if (rehearsed is not null)
            await rehearsed.DisposeAsync();
        (committed, rehearsed) = (null, null);
    }

    public async ValueTask DisposeAsync() => await RenewAsync();

    private async Task<IReadOnlyList<T>> RowsAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        var snapshot = Snapshot;
        if (database.Reads.Find(snapshot.Context, query) is { } statement)
        {
            if (await snapshot.ReadAsync([statement], isLast: false, cancellationToken) is { } found)
                return (IReadOnlyList<T>)found[0];
            database.Reads.GiveUp(snapshot.Context, query);
        }

        return await snapshot.ReadByEntityFrameworkAsync(Whole.Of(query), cancellationToken);
    }

    /// <returns>Null where the statements cannot be sent together.</returns>
    private async Task<IList?> TreeAsync(ReadTree tree, bool isLast, CancellationToken cancellationToken)
    {
        var snapshot = Snapshot;
        if (database.Reads.Find(snapshot.View, tree, () => snapshot.Context) is not { } statements)
            return null;
        if (await snapshot.ReadAsync(statements, isLast, cancellationToken) is { } found)
        {
            tree.Give(found);
            return found[0];
        }

        database.Reads.GiveUp(snapshot.View, tree);
        return null;
    }

    /// <summary>Tells of what ends a read as the application knows it.</summary>
    private static async Task<T> ToldAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            throw new QueryRefusedException("TIMEOUT", null, "the query took too long; ask for less at once.");
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }
}
