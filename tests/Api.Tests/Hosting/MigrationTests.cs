namespace TeacherDevPlan.Api.Tests.Hosting;

public sealed class MigrationTests(PlanService service) : PlanTests(service)
{
    [Fact]
    public async Task A_database_newer_than_the_program_is_refused_with_a_clear_message()
    {
        await Service.ExecuteSqlAsync(
            """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Future', '99.0')"""
        );
        try
        {
            (await OutputAsync("migrate")).ShouldContain(
                "newer than this program: it has the migration 29991231000000_Future"
            );
            (await OutputAsync("--urls", "http://127.0.0.1:0")).ShouldContain("newer than this program");
        }
        finally
        {
            await Service.ExecuteSqlAsync("""DELETE FROM "__EFMigrationsHistory" WHERE migration_id LIKE '2999%'""");
        }

        (await OutputAsync("migrate")).ShouldContain("The database is up to date.");
    }

    [Fact]
    public async Task A_real_server_is_migrated_only_when_it_is_asked_for()
    {
        var empty = new Npgsql.NpgsqlConnectionStringBuilder(Service.ConnectionString)
        {
            Database = $"empty_{Guid.NewGuid():N}",
        };
        await Service.ExecuteSqlAsync($"CREATE DATABASE {empty.Database} TEMPLATE template0");
        (await OutputOnAsync(empty.ConnectionString, "--urls", "http://127.0.0.1:0")).ShouldContain(
            "Run './run migrate'"
        );
        (await OutputOnAsync(empty.ConnectionString, "migrate")).ShouldContain("Applied: ");
        (await OutputOnAsync(empty.ConnectionString, "migrate")).ShouldContain("The database is up to date.");
    }

    [Fact]
    public async Task Several_processes_at_once_migrate_and_import_as_one()
    {
        var empty = new Npgsql.NpgsqlConnectionStringBuilder(Service.ConnectionString)
        {
            Database = $"empty_{Guid.NewGuid():N}",
        };
        await Service.ExecuteSqlAsync($"CREATE DATABASE {empty.Database} TEMPLATE template0 LC_CTYPE 'C.UTF-8'");
        var migrations = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => OutputOnAsync(empty.ConnectionString, "migrate"))
        );
        migrations.Order().Select(output => output.Split(' ')[0]).ShouldBe(["Applied:", "The", "The"]);

        var service = new Npgsql.NpgsqlConnectionStringBuilder(Service.Logins.Service) { Database = empty.Database };
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = service.ConnectionString,
            ["SampleData__Import"] = "true",
            ["Auth__AnonymousReadOnly"] = "true",
        };
        var starts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartedAsync(settings)));
        starts.ShouldAllBe(line => line.Contains("is ready"));
    }

    [Fact]
    public async Task What_runs_every_second_writes_nothing_while_nothing_happens()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Service.Logins.Service);
        await using var settle = source.CreateCommand("SELECT chain_audit_records(5000), fold_data_changes()");
        await settle.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var statement in (string[])["SELECT chain_audit_records(5000)", "SELECT fold_data_changes()"])
        {
            await using var once = new Npgsql.NpgsqlCommand(statement, connection);
            await once.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            // Whatever writes, or locks a row, gets a transaction id first.
            await using var id = new Npgsql.NpgsqlCommand("SELECT pg_current_xact_id_if_assigned()::text", connection);
            (await id.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(DBNull.Value, statement);
        }
    }

    private static async Task<string> StartedAsync(Dictionary<string, string> settings)
    {
        using var process = Programs.Start(settings, "--urls", "http://127.0.0.1:0");
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Kill();
        return line + await Programs.OutputAsync(process);
    }

    private Task<string> OutputAsync(params string[] arguments) => OutputOnAsync(Service.ConnectionString, arguments);

    private static async Task<string> OutputOnAsync(string connectionString, params string[] arguments)
    {
        using var process = Programs.Start("ConnectionStrings__TeacherDevPlan", connectionString, arguments);
        return await Programs.OutputAsync(process);
    }
}
