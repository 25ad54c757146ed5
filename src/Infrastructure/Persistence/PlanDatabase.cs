using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>The database of this process: one pool of connections that write, and one of those that can only read.</summary>
public sealed class PlanDatabase : IAsyncDisposable
{
    /// <summary>The longest that one reading statement may take; the connection string's own Options can set another.</summary>
    private const string ReadTimeout = "20s";

    /// <summary>The longest that a write waits for others, and that a transaction left alone is kept open.</summary>
    private const string WriteTimeout = "30s";

    /// <summary>The longest that a write waits for a lock: whoever holds one longer must not hold up everybody's connections.</summary>
    private const string LockTimeout = "10s";

    /// <summary>The longest that requests wait for the versions of the data; without them they are answered all the same.</summary>
    private const int VersionTimeoutSeconds = 5;

    /// <summary>
    /// Statements that a connection keeps prepared. Dashboards ask in hundreds of ways, and planning one again takes longer than running it.
    /// </summary>
    private const int MostPrepared = 250;

    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource reading;
    private readonly PooledDbContextFactory<PlanDbContext> writers;
    private readonly PooledDbContextFactory<PlanDbContext> readers;
    private readonly IInterceptor[] interceptors;
    private readonly IStatementWatch[] watches;
    private readonly Lazy<byte[]> cursorKey;

    public PlanDatabase(DatabaseLogins logins, IEnumerable<IInterceptor> interceptors)
    {
        Logins = logins;
        writing = Source(
            logins.Service,
            $"-c statement_timeout={WriteTimeout} -c lock_timeout={LockTimeout} -c idle_in_transaction_session_timeout={WriteTimeout}",
            // Its statements are few and each finds its rows by their ids; planning them anew each time costs more than running them.
            // A plan that reads whole tables, because they were small when it was made, would read every version of their rows later.
            "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off"
        );
        // Planning a read anew each time costs more than running it; sizes of pages stand in the statements themselves.
        reading = Source(
            logins.Service,
            // A list of one office, grouped by a related row, joins more tables than the planner reorders by default (8).
            $"-c statement_timeout={ReadTimeout} -c plan_cache_mode=force_generic_plan -c join_collapse_limit=20 -c from_collapse_limit=20",
            @"-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\ read"
        );
        this.interceptors = [.. interceptors];
        watches = [.. this.interceptors.OfType<IStatementWatch>()];
        writers = new PooledDbContextFactory<PlanDbContext>(Options(writing));
        readers = new PooledDbContextFactory<PlanDbContext>(Options(reading));
        // One that could not be read is asked for again.
        cursorKey = new Lazy<byte[]>(ReadCursorKey, LazyThreadSafetyMode.PublicationOnly);
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

    /// <summary>Tells of a statement that is sent without EF Core, whose interceptors do not see it.</summary>
    internal async ValueTask TellAsync(string sql)
    {
        foreach (var watch in watches)
            await watch.SendingAsync(sql);
    }

    /// <summary>Whether the database answers.</summary>
    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = reading.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writing.DisposeAsync();
        await reading.DisposeAsync();
    }

    internal PlanDbContext CreateWriteContext() => writers.CreateDbContext();

    /// <summary>Sees everything; for the service itself.</summary>
    internal PlanDbContext CreateReadContext() => readers.CreateDbContext();

    /// <summary>A connection that can only read.</summary>
    internal ValueTask<NpgsqlConnection> OpenReadingAsync(CancellationToken cancellationToken) =>
        reading.OpenConnectionAsync(cancellationToken);

    /// <summary>A connection that can write.</summary>
    internal ValueTask<NpgsqlConnection> OpenWritingAsync() => writing.OpenConnectionAsync();

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
            throw new StoreUnavailableException(exception);
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
    internal async Task<DataStamps> ReadStampsAsync()
    {
        await using var command = reading.CreateCommand(DataVersionSql.Read);
        command.CommandTimeout = VersionTimeoutSeconds;
        await using var rows = await command.ExecuteReaderAsync();
        var versions = new List<(string, long)>();
        while (await rows.ReadAsync())
            versions.Add((rows.GetString(0), rows.GetInt64(1)));
        return new DataStamps(versions);
    }

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

    /// <summary>Not pooled: it is used once, at the start.</summary>
    internal PlanDbContext CreateOwnerContext()
    {
        var login = new NpgsqlConnectionStringBuilder(Logins.Owner) { Pooling = false };
        return new PlanDbContext(DatabaseOptions.Configure(login.ConnectionString).Options);
    }

    /// <param name="defaults">Options of the server that the connection string's own go before.</param>
    /// <param name="fixedOptions">Options that it cannot change.</param>
    private static NpgsqlDataSource Source(string connectionString, string defaults, string fixedOptions)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        login.Options = $"{defaults} {login.Options} {fixedOptions}".Trim();
        if (!connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            login.MaxAutoPrepare = MostPrepared;
        // Nothing here leaves a session other than it was, so there is nothing to reset between two uses of a connection.
        login.NoResetOnClose = true;
        return NpgsqlDataSource.Create(login.ConnectionString);
    }

    private DbContextOptions<PlanDbContext> Options(NpgsqlDataSource source)
    {
        var builder = DatabaseOptions.Configure(source);
        builder.AddInterceptors(interceptors);
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
