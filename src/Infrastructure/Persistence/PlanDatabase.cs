using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>The database of this process: one pool of connections that write, and one of those that can only read.</summary>
public sealed class PlanDatabase : IAsyncDisposable
{
    /// <summary>The longest that one reading statement may take; the connection string's own Options can set another.</summary>
    private const string ReadTimeout = "20s";

    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource reading;
    private readonly DbContextOptions<PlanDbContext> readOptions;
    private readonly Lazy<byte[]> cursorKey;

    public PlanDatabase(string connectionString, IEnumerable<IInterceptor> interceptors)
    {
        writing = NpgsqlDataSource.Create(connectionString);
        var readOnly = new NpgsqlConnectionStringBuilder(connectionString);
        readOnly.Options = $"-c statement_timeout={ReadTimeout} {readOnly.Options} -c default_transaction_read_only=on";
        reading = NpgsqlDataSource.Create(readOnly.ConnectionString);
        IInterceptor[] own = [.. interceptors];
        WriteOptions = Options(writing, own);
        readOptions = Options(reading, own);
        cursorKey = new Lazy<byte[]>(ReadCursorKey);
    }

    /// <summary>The key that cursors are sealed with, the same for every process on the database.</summary>
    public byte[] CursorKey => cursorKey.Value;

    internal DbContextOptions<PlanDbContext> WriteOptions { get; }

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

    internal PlanDbContext CreateReadContext()
    {
        var context = new PlanDbContext(readOptions);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    private static DbContextOptions<PlanDbContext> Options(NpgsqlDataSource source, IInterceptor[] interceptors) =>
        DatabaseOptions
            .Configure(new DbContextOptionsBuilder<PlanDbContext>(), source)
            .AddInterceptors(interceptors)
            .Options;

    private byte[] ReadCursorKey()
    {
        using var command = reading.CreateCommand(
            $"SELECT value FROM instance_secrets WHERE name = '{InstanceSecretSql.CursorKey}'"
        );
        return (byte[])command.ExecuteScalar()!;
    }
}
