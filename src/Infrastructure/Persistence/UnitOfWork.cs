using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Persistence.Connections;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>The part of a command in a transaction that it shares with others.</summary>
internal interface ISharedPart
{
    /// <summary>Writes with the others, and waits until it is on disk.</summary>
    Task CommitAsync(WriteBatch writes);

    /// <summary>Writes nothing, if the command has not decided otherwise.</summary>
    void Leave();
}

internal sealed class UnitOfWork(PlanDatabase database, PlanDbContext context, WriteBatch writes)
    : IUnitOfWork,
        IAsyncDisposable
{
    /// <summary>The maximum number of attempts, if a concurrent transaction comes first.</summary>
    private const int Attempts = 5;

    private IDbContextTransaction? transaction;
    private ISharedPart? shared;

    /// <summary>
    /// Whether the command may use a transaction that it shares. Then it has none until it calls
    /// <see cref="Join"/> or <see cref="BeginAsync"/>.
    /// </summary>
    public bool MayShare { get; private set; }

    public bool IsRehearsal { get; private set; }

    public async Task<T> InTransactionAsync<T>(
        Func<Task<T>> operation,
        Func<T, bool> keep,
        bool shares,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // After a conflict a command runs alone.
                MayShare = shares && attempt == 1 && !IsRehearsal;
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

    public async Task<T> TryOutAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        const string start = "tried_out";
        var transaction = context.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(start, cancellationToken);
        var result = await operation();
        await transaction.RollbackToSavepointAsync(start, cancellationToken);
        context.ChangeTracker.Clear();
        writes.Clear();
        return result;
    }

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

    /// <summary>Uses a transaction that others use, too.</summary>
    public void Join(ISharedPart part) => shared = part;

    /// <summary>Begins a transaction of its own, unless it has begun.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (transaction is not null)
            return;
        transaction = await Connecting.OpenAsync(
            () => context.Database.BeginTransactionAsync(cancellationToken),
            cancellationToken
        );
        if (database.BeginWriting is { } begin)
            await context.Database.ExecuteSqlRawAsync(begin, cancellationToken);
    }

    private async Task<T> OnceAsync<T>(Func<Task<T>> operation, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        writes.Clear();
        (shared, transaction) = (null, null);
        var open = false;
        try
        {
            if (!MayShare)
                await BeginAsync(cancellationToken);
            var result = await operation();
            if (IsRehearsal)
            {
                // Runs the deferred checks and totals of a COMMIT, so that errors and payload are those of a real run.
                writes.Add(Sql.Statement("SET CONSTRAINTS ALL IMMEDIATE"));
                await writes.SendAsync(Connection, cancellationToken);
            }
            else if (keep(result))
                await CommitAsync(cancellationToken);
            open = IsRehearsal;
            return result;
        }
        finally
        {
            shared?.Leave();
            if (!open && transaction is not null)
                await transaction.DisposeAsync();
        }
    }

    private Task CommitAsync(CancellationToken cancellationToken) =>
        shared is not null
            ? shared.CommitAsync(writes)
            : writes.CommitAsync(Connection, transaction!.CommitAsync, cancellationToken);

    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

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
                    or RegistryStore.OverlapConstraint
            } => true,
            PostgresException { SqlState: var state } => state
                is PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure,
            _ => false,
        };
}
