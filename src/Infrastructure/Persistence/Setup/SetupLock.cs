using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence.Setup;

/// <summary>
/// Held by one process at a time while it migrates the database or imports the sample plan; ends with its connection. It
/// is a lock of a transaction, so that a connection pooler keeps the session. Those who wait ask again and again,
/// because a statement that waits would keep VACUUM from removing what a migration leaves.
/// </summary>
internal sealed class SetupLock : IAsyncDisposable
{
    private const string Begin =
        "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL idle_in_transaction_session_timeout = 0";

    private const string Try = "SELECT pg_try_advisory_xact_lock(hashtextextended('teacherdevplan setup', 0))";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlConnection connection;

    private SetupLock(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<SetupLock> TakeAsync(string login, CancellationToken cancellationToken)
    {
        // The keepalive tells firewalls that the connection is in use.
        var settings = new NpgsqlConnectionStringBuilder(login) { Pooling = false, KeepAlive = 30 };
        var held = new SetupLock(new NpgsqlConnection(settings.ConnectionString));
        try
        {
            await held.connection.OpenAsync(cancellationToken);
            while (!await held.TryAsync(cancellationToken))
                await Task.Delay(Pause, cancellationToken);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        await using (var begin = new NpgsqlCommand(Begin, connection))
            await begin.ExecuteNonQueryAsync(cancellationToken);
        await using (var attempt = new NpgsqlCommand(Try, connection))
        {
            if (await attempt.ExecuteScalarAsync(cancellationToken) is true)
                return true;
        }

        await using var rollback = new NpgsqlCommand("ROLLBACK", connection);
        await rollback.ExecuteNonQueryAsync(cancellationToken);
        return false;
    }
}
