using Npgsql;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>How many connections of a server one process may use.</summary>
internal static class ServerLimit
{
    /// <summary>The most that are useful for one process.</summary>
    public const int Most = 30;

    /// <summary>Two for each pool: a dry run keeps one while its audit record is written through another.</summary>
    private const int Fewest = 4;

    /// <summary>Processes that have to share the server: several instances, and those of two versions during an upgrade.</summary>
    private const int Processes = 4;

    private const string Read = """
        SELECT least(
            current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                - coalesce(current_setting('reserved_connections', true), '0')::int,
            (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user),
            (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()))
        """;

    /// <returns><see cref="Most"/> if the server cannot be asked, which the start will tell.</returns>
    public static async Task<int> OfAsync(DatabaseLogins logins, CancellationToken cancellationToken)
    {
        var login = new NpgsqlConnectionStringBuilder(logins.Service) { Timeout = 5, CommandTimeout = 5 };
        try
        {
            await using var source = NpgsqlDataSource.Create(login);
            await using var command = source.CreateCommand(Read);
            var all = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
            return Math.Clamp(all / Processes, Fewest, Most);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            return Most;
        }
    }
}
