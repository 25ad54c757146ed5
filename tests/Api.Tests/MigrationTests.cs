using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeacherDevPlan.Infrastructure.Persistence;

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

    [Fact]
    public async Task Totals_of_before_are_told_over_the_quarters_too()
    {
        var login = new Npgsql.NpgsqlConnectionStringBuilder(Service.ConnectionString)
        {
            Database = $"older_{Guid.NewGuid():N}",
            Pooling = false,
        };
        await Service.ExecuteSqlAsync($"CREATE DATABASE {login.Database} TEMPLATE template0");
        var database = new PlanDatabase(new DatabaseLogins(login.ConnectionString, login.ConnectionString), []);
        await using (database)
        {
            await using var context = database.CreateOwnerContext();
            var migrator = context.GetService<IMigrator>();
            await migrator.MigrateAsync("ProjectBudgets", TestContext.Current.CancellationToken);
            await context.Database.ExecuteSqlRawAsync(
                """
                SET session_replication_role = replica;
                INSERT INTO project_budgets (project_id, plan_id, fiscal_year, committed, planned_q1, planned_q2, planned_q3, planned_q4,
                    transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4,
                    transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4,
                    disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4)
                VALUES (gen_random_uuid(), gen_random_uuid(), 2566, 0.01, 1.01, 10, 100, 1000, 2.02, 20, 200, 2000, 3.03, 30, 300, 3000,
                    4.04, 40, 400, 4000);
                SET session_replication_role = origin;
                """,
                TestContext.Current.CancellationToken
            );
            await migrator.MigrateAsync(null, TestContext.Current.CancellationToken);
            (
                await TextAsync(
                    "concat_ws(' ', planned_total, transferred_in_total, transferred_out_total, disbursed_total, committed)"
                )
            ).ShouldBe("1111.01 2222.02 3333.03 4444.04 0.01");
            (await TextAsync("concat_ws(' ', draft, revised_total, available_total, disbursement_rate)")).ShouldBe(
                "f 0.00 -4444.05"
            );
        }

        async Task<string> TextAsync(string what)
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(login.ConnectionString);
            await using var command = source.CreateCommand($"SELECT {what} FROM project_budgets");
            return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    private Task<string> OutputAsync(params string[] arguments) => OutputOnAsync(Service.ConnectionString, arguments);

    private static async Task<string> OutputOnAsync(string connectionString, params string[] arguments)
    {
        using var process = Programs.Start("ConnectionStrings__TeacherDevPlan", connectionString, arguments);
        return await Programs.OutputAsync(process);
    }
}
