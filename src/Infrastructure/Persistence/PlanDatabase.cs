using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence.Connections;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>The database of this process: one pool of connections that write, and one of those that can only read.</summary>
public sealed class PlanDatabase : IAsyncDisposable
{
    /// <summary>How long a request waits for a small read of its own, such as the versions of the data or a token.</summary>
    private static readonly TimeSpan SmallRead = TimeSpan.FromSeconds(5);

    private readonly DatabasePools pools;
    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource reading;
    private readonly Lazy<NpgsqlDataSource> owner;
    private readonly PooledDbContextFactory<PlanDbContext> writers;
    private readonly PooledDbContextFactory<PlanDbContext> readers;
    private readonly Lazy<byte[]> cursorKey;

    public PlanDatabase(DatabaseLogins logins, ILoggerFactory logs)
    {
        Logins = logins;
        pools = new DatabasePools(logins, logs);
        (writing, reading) = (pools.Writing, pools.Reading);
        owner = new Lazy<NpgsqlDataSource>(() => DatabasePools.Owner(logins));
        writers = new PooledDbContextFactory<PlanDbContext>(Options(writing));
        readers = new PooledDbContextFactory<PlanDbContext>(Options(reading));
        // One that could not be read is asked for again.
        cursorKey = new Lazy<byte[]>(() => Outage.Translated(ReadCursorKey), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The key that cursors are sealed with, the same for every process on the database.</summary>
    public byte[] CursorKey => cursorKey.Value;

    internal DatabaseLogins Logins { get; }

    /// <summary>Which tables and columns there are.</summary>
    internal IModel Model
    {
        get
        {
            using var context = readers.CreateDbContext();
            return context.Model;
        }
    }

    /// <summary>
    /// Runs something that uses the database. At the limit, or if the caller cancels, its statements are cancelled.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The database is away; or it has not ended a statement half a second
    /// after that was cancelled.</exception>
    /// <exception cref="OperationCanceledException">The limit was reached, or the caller cancelled.</exception>
    public async Task<T> RunAsync<T>(
        TimeSpan limit,
        Func<CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await TimeLimit.RunAsync(limit, run, cancellationToken);
        }
        catch (TimeoutException silence)
        {
            // The other idle connections are probably dead, too.
            pools.Clear();
            throw Outage.Unavailable(silence);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw Outage.Unavailable(exception);
        }
    }

    /// <summary>The same for something of the service itself, at the limit of which the database counts as unavailable.</summary>
    /// <param name="limit">Null for a small read.</param>
    internal async Task<T> WithinAsync<T>(
        Func<CancellationToken, Task<T>> run,
        CancellationToken cancellationToken,
        TimeSpan? limit = null
    )
    {
        try
        {
            return await RunAsync(limit ?? SmallRead, run, cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Outage.Unavailable(exception);
        }
    }

    /// <summary>Why the database cannot be read; null if it can. Takes two seconds at most.</summary>
    public Task<string?> ReadingFaultAsync(CancellationToken cancellationToken) =>
        DatabaseProbe.ReadingFaultAsync(this, reading, cancellationToken);

    /// <summary>Why nothing can be stored; null if it can. Takes two seconds at most.</summary>
    public Task<string?> WritingFaultAsync(CancellationToken cancellationToken) =>
        DatabaseProbe.WritingFaultAsync(this, writing, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await pools.DisposeAsync();
        if (owner.IsValueCreated)
            await owner.Value.DisposeAsync();
    }

    internal PlanDbContext CreateWriteContext() => writers.CreateDbContext();

    /// <summary>Sees everything; for the service itself.</summary>
    internal PlanDbContext CreateReadContext() => readers.CreateDbContext();

    /// <summary>A connection that can only read.</summary>
    internal Task<NpgsqlConnection> OpenReadingAsync(CancellationToken cancellationToken) =>
        Connecting.OpenAsync(() => reading.OpenConnectionAsync(cancellationToken).AsTask(), cancellationToken);

    /// <summary>The statement that must begin a reading transaction; null if none is needed.</summary>
    internal string? BeginReading => pools.BeginReading;

    /// <summary>The statement that must begin a writing transaction; null if none is needed.</summary>
    internal string? BeginWriting => pools.BeginWriting;

    /// <summary>A connection that can write.</summary>
    internal Task<NpgsqlConnection> OpenWritingAsync(CancellationToken cancellationToken) =>
        Connecting.OpenAsync(() => writing.OpenConnectionAsync(cancellationToken).AsTask(), cancellationToken);

    /// <summary>Writes in a transaction of its own, in one round trip.</summary>
    internal async Task WriteAsync(IEnumerable<NpgsqlBatchCommand> statements, CancellationToken cancellationToken)
    {
        try
        {
            await using var batch = writing.CreateBatch();
            foreach (var statement in statements)
                batch.BatchCommands.Add(statement);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw Outage.Unavailable(exception);
        }
    }

    /// <summary>Chains all audit records that wait for it.</summary>
    public async Task ChainAuditAsync(CancellationToken cancellationToken)
    {
        const int atOnce = 5000;
        int chained;
        do
        {
            await using var command = writing.CreateCommand($"SELECT chain_audit_records({atOnce})");
            chained = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        } while (chained == atOnce);
    }

    /// <summary>The size of the audit trail, without reading it.</summary>
    public async Task<AuditSize> ReadAuditSizeAsync(CancellationToken cancellationToken)
    {
        await using var command = reading.CreateCommand(
            """
            SELECT position - (SELECT coalesce(max(last_position), 0) FROM audit_archives),
                pg_total_relation_size('audit_records') + pg_total_relation_size('audit_chain'),
                (SELECT min(recorded_at) FROM audit_records)
            FROM audit_head
            """
        );
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return new AuditSize(
            rows.GetInt64(0),
            rows.GetInt64(1),
            await rows.IsDBNullAsync(2, cancellationToken) ? null : rows.GetDateTime(2)
        );
    }

    /// <summary>The versions of the data, of one moment.</summary>
    internal Task<DataStamps> ReadStampsAsync() =>
        WithinAsync(
            async cancellationToken =>
            {
                await using var connection = await OpenReadingAsync(cancellationToken);
                await using var command = new NpgsqlCommand(DataVersionSql.Read, connection);
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                return await DataStamps.ReadAsync(rows, cancellationToken);
            },
            CancellationToken.None
        );

    /// <summary>Sums up what has changed, so that versions are read quickly.</summary>
    public async Task FoldChangesAsync(CancellationToken cancellationToken)
    {
        await using var command = writing.CreateCommand(DataVersionSql.Fold);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The migrations that were applied to the database; none to an empty one.</summary>
    internal async Task<IReadOnlyList<string>> ReadMigrationsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await reading.OpenConnectionAsync(cancellationToken);
        await using var find = new NpgsqlCommand(
            """SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL""",
            connection
        );
        if (await find.ExecuteScalarAsync(cancellationToken) is not true)
            return [];
        await using var read = new NpgsqlCommand("""SELECT migration_id FROM "__EFMigrationsHistory" """, connection);
        await using var rows = await read.ExecuteReaderAsync(cancellationToken);
        var applied = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            applied.Add(rows.GetString(0));
        return applied;
    }

    /// <summary>Whether there is no office yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        !await HoldsAsync("EXISTS (SELECT FROM offices)", cancellationToken);

    /// <summary>Whether a condition holds for the service's login.</summary>
    internal async Task<bool> HoldsAsync(string condition, CancellationToken cancellationToken)
    {
        await using var command = reading.CreateCommand($"SELECT {condition}");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Makes what reads of published data need, so that the first request finds it made.</summary>
    public void Warm() => _ = Model;

    /// <summary>Refuses a database that does not note what changes in it.</summary>
    internal Task RefuseUnwatchedAsync(CancellationToken cancellationToken) =>
        DataWatch.RefuseIncompleteAsync(reading, cancellationToken);

    /// <summary>As the owner: for migrations and archives.</summary>
    internal PlanDbContext CreateOwnerContext() => new(DatabaseOptions.Configure(OwnerSource).Options);

    internal NpgsqlDataSource OwnerSource => owner.Value;

    private DbContextOptions<PlanDbContext> Options(NpgsqlDataSource source)
    {
        var builder = DatabaseOptions.Configure(source);
        if (source == reading)
            builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        return builder.Options;
    }

    private byte[] ReadCursorKey()
    {
        using var command = reading.CreateCommand(
            $"SELECT value FROM instance_secrets WHERE name = '{InstanceSecretSql.CursorKey}'"
        );
        return (byte[])command.ExecuteScalar()!;
    }
}

/// <summary>The size of the part of the audit trail that is in the database.</summary>
/// <param name="Oldest">When its oldest record was written, in UTC; null if there is none.</param>
public sealed record AuditSize(long Records, long Bytes, DateTime? Oldest);
