using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Infrastructure.Persistence.Connections;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>
/// Lets commands of one caller that arrive together share a transaction: one statement opens their rows, one writes their
/// entries, and they wait for the disk once. Each is decided by itself. A command that arrives while no transaction of the
/// caller runs does not wait for others; those that arrive while one runs take part in the next one.
/// </summary>
internal sealed class SharedTransactions(PlanDatabase database)
{
    /// <summary>The maximum number of commands in one transaction.</summary>
    private const int Most = 64;

    /// <summary>The longest that a transaction may take, its commands' decisions included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The commands that wait, by their caller. A caller is listed as long as a transaction runs.</summary>
    private readonly Dictionary<string, List<SharedPart>> waiting = [];

    /// <summary>Opens the rows of a command in a transaction that it shares. The result must be committed or left.</summary>
    /// <param name="activities">The activities whose budgets the command needs.</param>
    /// <returns>Null if the command needs a transaction of its own, because some of its rows do not exist, are locked by
    /// somebody else, or have expired commitments.</returns>
    public async Task<SharedPart?> OpenAsync(
        string caller,
        IReadOnlyCollection<Guid> activities,
        IReadOnlyList<IdempotencyKey> keys,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var part = new SharedPart(activities, keys, today);
        var isFirst = false;
        lock (waiting)
        {
            if (!waiting.TryGetValue(caller, out var parts))
            {
                isFirst = true;
                waiting[caller] = parts = [];
            }

            parts.Add(part);
        }

        if (isFirst)
            _ = RunAsync(caller);
        try
        {
            return await part.IsOpen.WaitAsync(cancellationToken) ? part : null;
        }
        catch
        {
            part.Leave();
            throw;
        }
    }

    /// <summary>Runs one transaction after the other until nobody waits.</summary>
    private async Task RunAsync(string caller)
    {
        while (Next(caller) is { Count: > 0 } parts)
        {
            try
            {
                await database.WithinAsync(token => RunAsync(parts, token), CancellationToken.None, Limit);
            }
            catch (Exception exception)
            {
                // What the database refused is rolled back. Alone, each command gets the outcome that is its own.
                var failure = exception is StoreUnavailableException { InnerException: PostgresException answer }
                    ? answer
                    : exception;
                var cause =
                    failure is PostgresException && !Outage.Is(failure) ? new TransactionConflictException() : failure;
                foreach (var part in parts)
                    part.Fail(cause);
            }
        }
    }

    /// <summary>The commands that come next and have no activity and no key in common.</summary>
    private List<SharedPart> Next(string caller)
    {
        lock (waiting)
        {
            var next = new List<SharedPart>();
            var activities = new HashSet<Guid>();
            var keys = new HashSet<string>();
            foreach (var part in waiting[caller])
            {
                if (next.Count == Most)
                    break;
                if (activities.Overlaps(part.Activities) || keys.Overlaps(part.Keys.Select(key => key.Key)))
                    continue;
                activities.UnionWith(part.Activities);
                keys.UnionWith(part.Keys.Select(key => key.Key));
                next.Add(part);
            }

            waiting[caller].RemoveAll(next.Contains);
            if (next.Count == 0)
                waiting.Remove(caller);
            return next;
        }
    }

    private async Task<bool> RunAsync(List<SharedPart> parts, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWritingAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (database.BeginWriting is { } begin)
        {
            await using var command = new NpgsqlCommand(begin, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await OpenAsync(connection, parts, cancellationToken);
        var writes = new WriteBatch(LedgerRows.Insert);
        var written = new List<SharedPart>();
        foreach (var part in parts)
        {
            if (await part.Decision.WaitAsync(cancellationToken) is not { } own)
                continue;
            writes.Add(own);
            written.Add(part);
        }

        if (written.Count > 0)
            await writes.CommitAsync(connection, transaction.CommitAsync, cancellationToken);
        foreach (var part in written)
            part.Finish();
        return written.Count > 0;
    }

    private static async Task OpenAsync(
        NpgsqlConnection connection,
        List<SharedPart> parts,
        CancellationToken cancellationToken
    )
    {
        Guid[] activities = [.. parts.SelectMany(part => part.Activities)];
        IdempotencyKey[] keys = [.. parts.SelectMany(part => part.Keys)];
        var opening = new LedgerOpening(activities, parts.Max(part => part.Today), keys) { SkipsLocked = true };
        var rows = await opening.ReadAsync(connection, cancellationToken);
        foreach (var part in parts)
            part.Open(rows);
    }
}

/// <summary>The part of one command in a shared transaction.</summary>
internal sealed class SharedPart(
    IReadOnlyCollection<Guid> activities,
    IReadOnlyList<IdempotencyKey> keys,
    DateOnly today
) : ISharedPart
{
    private readonly TaskCompletionSource<bool> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<WriteBatch?> decided = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<Guid> Activities => activities;

    public IReadOnlyList<IdempotencyKey> Keys => keys;

    public DateOnly Today => today;

    /// <summary>Completed when the rows are locked and read; false if the command cannot take part.</summary>
    public Task<bool> IsOpen => opened.Task;

    /// <summary>The rows of this command alone.</summary>
    public OpenedRows Rows { get; private set; } = OpenedRows.None;

    /// <summary>What the command writes; null if it writes nothing.</summary>
    public Task<WriteBatch?> Decision => decided.Task;

    public void Open(OpenedRows all)
    {
        var own = all.Of(activities);
        if (own is null)
            Leave();
        else
            Rows = own;
        opened.TrySetResult(own is not null);
    }

    public Task CommitAsync(WriteBatch writes)
    {
        decided.TrySetResult(writes);
        return done.Task;
    }

    public void Leave() => decided.TrySetResult(null);

    public void Finish() => done.TrySetResult();

    public void Fail(Exception cause)
    {
        opened.TrySetException(cause);
        done.TrySetException(cause);
        // A command that has left does not wait.
        _ = done.Task.Exception;
    }
}
