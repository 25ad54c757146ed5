namespace TeacherDevPlan.Api.Tests;

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

    private Task<string> OutputAsync(params string[] arguments) => OutputOnAsync(Service.ConnectionString, arguments);

    private static async Task<string> OutputOnAsync(string connectionString, params string[] arguments)
    {
        using var process = Programs.Start("ConnectionStrings__TeacherDevPlan", connectionString, arguments);
        return await Programs.OutputAsync(process);
    }
}
