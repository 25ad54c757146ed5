using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Infrastructure.Persistence.Reads;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Reads in one transaction, begun with the first statement: REPEATABLE READ gives every statement the same snapshot, and
/// its connections can only read. During a rehearsal it reads what the rehearsal wrote.
/// </summary>
internal sealed class ReadStore(
    PlanDatabase database,
    PlanDbContext writer,
    UnitOfWork unitOfWork,
    Caller caller,
    ReadSet reads
) : IReadStore, IAsyncDisposable
{
    private PlanDbContext? snapshot;
    private PlanDbContext? rehearsed;

    private PlanDbContext Context =>
        unitOfWork.IsRehearsal && writer.Database.CurrentTransaction is not null
            ? rehearsed ??= PlanDatabase.CreateReadContext(caller, writer)
            : snapshot ??= Told(database.CreateReadContext(caller));

    public IQueryable<T> Set<T>()
        where T : class => Context.Set<T>().AsNoTracking();

    public IQueryable<T> SetBelowSeen<T>()
        where T : class => Set<T>().IgnoreQueryFilters();

    public IQueryable<ActivityBudget> BudgetsAsOf(DateTimeOffset moment) =>
        Context.Set<ActivityBudget>().FromSqlRaw(LedgerSql.SelectAsOf, moment.ToUniversalTime()).AsNoTracking();

    public async Task<IReadOnlyList<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        try
        {
            if (Context.Database.CurrentTransaction is null)
                await Context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            return await ReadAsync(query, cancellationToken);
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

    private async Task<IReadOnlyList<T>> ReadAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        var context = Context;
        if (database.Reads.Find(context, query) is not var (read, values))
            return await Whole.Of(query).ToListAsync(cancellationToken);
        var transaction = (NpgsqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        await using var command = read.Command(transaction.Connection!, transaction, values, context);
        reads.Note(command.CommandText);
        await database.TellAsync(command.CommandText);
        if (await read.ReadAsync(command, cancellationToken) is { } rows)
            return rows;
        database.Reads.GiveUp(context, query);
        return await Whole.Of(query).ToListAsync(cancellationToken);
    }

    public async Task RenewAsync()
    {
        if (snapshot is not null)
        {
            snapshot.Reads = null;
            await snapshot.DisposeAsync();
        }

        if (rehearsed is not null && rehearsed != writer)
            await rehearsed.DisposeAsync();
        (snapshot, rehearsed) = (null, null);
    }

    public async ValueTask DisposeAsync() => await RenewAsync();

    private PlanDbContext Told(PlanDbContext context)
    {
        context.Reads = reads;
        return context;
    }
}
