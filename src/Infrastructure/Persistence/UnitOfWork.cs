using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;

namespace TeacherDevPlan.Infrastructure.Persistence;

internal sealed class UnitOfWork(PlanDatabase database, PlanDbContext context, WriteBatch writes)
    : IUnitOfWork,
        IAsyncDisposable
{
    /// <summary>The maximum number of attempts, if a concurrent transaction comes first.</summary>
    private const int Attempts = 5;

    /// <summary>Whether this is a dry run: the payload reads the changes, and then they are rolled back.</summary>
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
                throw Outage.Unavailable(exception);
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

    /// <summary>Called at the end of a request, before its context is disposed.</summary>
    public async ValueTask DisposeAsync() => await EndRehearsalAsync();

    private async Task<T> OnceAsync<T>(Func<Task<T>> operation, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        writes.Clear();
        var transaction = await Connecting.OpenAsync(
            () => context.Database.BeginTransactionAsync(cancellationToken),
            cancellationToken
        );
        var open = false;
        try
        {
            if (database.BeginWriting is { } begin)
                await context.Database.ExecuteSqlRawAsync(begin, cancellationToken);
            var result = await operation();
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            if (IsRehearsal)
            {
                // Runs the deferred checks and totals of a COMMIT, so that errors and payload are those of a real run.
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

    /// <summary>
    /// Whether a concurrent transaction came first, so that another attempt can have a different outcome.
    /// </summary>
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
