using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

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

    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource reading;
    private readonly PooledDbContextFactory<PlanDbContext> writers;
    private readonly PooledDbContextFactory<PlanDbContext> readers;
    private readonly Lazy<byte[]> cursorKey;

    public PlanDatabase(DatabaseLogins logins, IEnumerable<IInterceptor> interceptors)
    {
        Logins = logins;
        writing = Source(
            logins.Service,
            $"-c statement_timeout={WriteTimeout} -c lock_timeout={LockTimeout} -c idle_in_transaction_session_timeout={WriteTimeout}",
            // Its statements are few and each finds its rows by their ids; planning them anew each time costs more than running them.
            "-c plan_cache_mode=force_generic_plan"
        );
        reading = Source(logins.Service, $"-c statement_timeout={ReadTimeout}", "-c default_transaction_read_only=on");
        IInterceptor[] own = [.. interceptors];
        writers = new PooledDbContextFactory<PlanDbContext>(Options(writing, own).Options);
        readers = new PooledDbContextFactory<PlanDbContext>(
            Options(reading, own).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options
        );
        cursorKey = new Lazy<byte[]>(ReadCursorKey);
    }

    /// <summary>The key that cursors are sealed with, the same for every process on the database.</summary>
    public byte[] CursorKey => cursorKey.Value;

    internal DatabaseLogins Logins { get; }

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

    /// <summary>Its rows are not tracked.</summary>
    internal PlanDbContext CreateReadContext() => readers.CreateDbContext();

    /// <summary>Not pooled: it is used once, at the start.</summary>
    internal PlanDbContext CreateOwnerContext()
    {
        var login = new NpgsqlConnectionStringBuilder(Logins.Owner) { Pooling = false };
        return new PlanDbContext(
            DatabaseOptions.Configure(new DbContextOptionsBuilder<PlanDbContext>(), login.ConnectionString).Options
        );
    }

    /// <param name="defaults">Options of the server that the connection string's own go before.</param>
    /// <param name="fixedOptions">Options that it cannot change.</param>
    private static NpgsqlDataSource Source(string connectionString, string defaults, string fixedOptions)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        login.Options = $"{defaults} {login.Options} {fixedOptions}".Trim();
        if (!connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            login.MaxAutoPrepare = 50;
        // Nothing here leaves a session other than it was, so there is nothing to reset between two uses of a connection.
        login.NoResetOnClose = true;
        return NpgsqlDataSource.Create(login.ConnectionString);
    }

    private static DbContextOptionsBuilder<PlanDbContext> Options(NpgsqlDataSource source, IInterceptor[] interceptors)
    {
        var builder = DatabaseOptions.Configure(new DbContextOptionsBuilder<PlanDbContext>(), source);
        builder.AddInterceptors(interceptors);
        return builder;
    }

    private byte[] ReadCursorKey()
    {
        using var command = reading.CreateCommand(
            $"SELECT value FROM instance_secrets WHERE name = '{InstanceSecretSql.CursorKey}'"
        );
        return (byte[])command.ExecuteScalar()!;
    }
}
