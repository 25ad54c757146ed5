using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Reads in one transaction, begun with the first statement: REPEATABLE READ gives every statement the same snapshot, and
/// its connections can only read.
/// </summary>
internal sealed class ReadStore(PlanDatabase database) : IReadStore, IAsyncDisposable
{
    private readonly PlanDbContext context = database.CreateReadContext();

    public IQueryable<T> Set<T>()
        where T : class => context.Set<T>();

    public async Task<IReadOnlyList<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is null)
            await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        try
        {
            return await query.ToListAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            throw new QueryRefusedException("TIMEOUT", null, "the query took too long; ask for less at once.");
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
