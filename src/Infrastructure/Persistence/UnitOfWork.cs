using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Infrastructure.Persistence;

internal sealed class UnitOfWork(PlanDbContext context, WriteBatch writes) : IUnitOfWork, IAsyncDisposable
{
    /// <summary>How often a transaction that another one came before is run.</summary>
    private const int Attempts = 5;

    /// <summary>Whether what is written is shown to reads and then undone.</summary>
    public bool IsRehearsal { get; private set; }

    public async Task<T> InTransactionAsync<T>(
        Func<Task<T>> operation,
        Func<T, bool> keep,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(operation, keep, cancellationToken);
            }
            catch (Exception exception) when (attempt < Attempts && CameSecond(exception))
            {
                context.ChangeTracker.Clear();
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }

    public Task<int> SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public void BeginRehearsal() => IsRehearsal = true;

    public async Task EndRehearsalAsync()
    {
        if (!IsRehearsal)
            return;
        IsRehearsal = false;
        if (context.Database.CurrentTransaction is { } transaction)
            await transaction.DisposeAsync();
    }

    /// <summary>At the end of a request, before its context goes.</summary>
    public async ValueTask DisposeAsync() => await EndRehearsalAsync();

    private async Task<T> OnceAsync<T>(Func<Task<T>> operation, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        writes.Clear();
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var open = false;
        try
        {
            var result = await operation();
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            if (IsRehearsal)
            {
                // What else happens at a COMMIT, so that it is refused as that would be, and what is shown is what it would be.
                writes.Add(Sql.Statement("SET CONSTRAINTS ALL IMMEDIATE"));
                await writes.SendAsync(connection, cancellationToken);
            }
            else if (keep(result))
                await writes.CommitAsync(connection, transaction.CommitAsync, cancellationToken);
            open = IsRehearsal;
            return result;
        }
        finally
        {
            if (!open)
                await transaction.DisposeAsync();
        }
    }

    /// <summary>Whether another transaction came before this one, so that running it again can end otherwise.</summary>
    private static bool CameSecond(Exception exception) =>
        exception switch
        {
            TransactionConflictException or DbUpdateConcurrencyException => true,
            DbUpdateException or InvalidOperationException => exception.InnerException is { } inner
                && CameSecond(inner),
            PostgresException
            {
                ConstraintName: IdempotencyStore.InputConstraint
                    or IdempotencyStore.SuccessConstraint
                    or LedgerSql.StatusConstraint
            } => true,
            PostgresException { SqlState: var state } => state
                is PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure,
            _ => false,
        };
}
