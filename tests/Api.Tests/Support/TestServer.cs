using DotNet.Testcontainers.Builders;
using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;
using Testcontainers.PostgreSql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// A real PostgreSQL for the tests: the one named in TEACHERDEVPLAN_TEST_DB, else one in a container where a Docker engine
/// answers, else the embedded one that ./run uses.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"teacherdevplan-test-{Guid.NewGuid():N}");
    private IAsyncDisposable? owned;
    private string? superuser;

    /// <summary>The file that the embedded server logs to; null for another server.</summary>
    public string? Log => owned is EmbeddedPostgres ? EmbeddedPostgresFiles.Locate(data).Log : null;

    /// <summary>Makes an empty database with the Thai locale; gives its owner's login and one for the service.</summary>
    public async Task<DatabaseLogins> CreateDatabaseAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var server = superuser ??= await StartAsync(cancellation);
        var name = $"test_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var create = source.CreateCommand(
            $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'th' "
                + "LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
        );
        await create.ExecuteNonQueryAsync(cancellation);
        var owner = new NpgsqlConnectionStringBuilder(server) { Database = name, IncludeErrorDetail = true };
        var service = new NpgsqlConnectionStringBuilder(owner.ConnectionString)
        {
            Username = "teacherdevplan_test",
            Password = "only on the test server",
        };
        return new DatabaseLogins(service.ConnectionString, owner.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (owned is not null)
            await owned.DisposeAsync();
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    private async Task<string> StartAsync(CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("TEACHERDEVPLAN_TEST_DB") is { Length: > 0 } named)
            return named;
        var started = await StartOwnAsync(cancellation);
        await using var source = NpgsqlDataSource.Create(started);
        // The data of tests need not survive a crash of the machine, and every test writes many small transactions.
        foreach (var setting in (string[])["fsync", "full_page_writes", "synchronous_commit"])
            await using (var command = source.CreateCommand($"ALTER SYSTEM SET {setting} = off"))
                await command.ExecuteNonQueryAsync(cancellation);
        await using var reload = source.CreateCommand("SELECT pg_reload_conf()");
        await reload.ExecuteNonQueryAsync(cancellation);
        return started;
    }

    private async Task<string> StartOwnAsync(CancellationToken cancellation)
    {
        if (await StartContainerAsync(cancellation) is { } container)
        {
            owned = container;
            return container.GetConnectionString();
        }

        if (OperatingSystem.IsWindows())
            throw new NotSupportedException("On Windows the tests need Docker or TEACHERDEVPLAN_TEST_DB.");
        var embedded = await EmbeddedPostgres.StartAsync(
            EmbeddedPostgresFiles.Locate(data),
            false,
            _ => { },
            cancellation
        );
        owned = embedded;
        return embedded.Logins.Owner;
    }

    private static async Task<PostgreSqlContainer?> StartContainerAsync(CancellationToken cancellation)
    {
        try
        {
            var container = new PostgreSqlBuilder("postgres:18").Build();
            await container.StartAsync(cancellation);
            return container;
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }
}
