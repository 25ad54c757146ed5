using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>A database with data of any earlier version becomes the same as one that is made today, and keeps its figures.</summary>
public sealed class UpgradeTests(PlanService service) : PlanTests(service)
{
    private const string BeforeTheLedger = "20261124110817_Initial";

    /// <summary>All that a schema consists of, one part a line; without what PostgreSQL and extensions bring, and without names of logins.</summary>
    private const string Catalogue = """
        SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            concat_ws(' ', CASE WHEN a.attnotnull THEN 'not null' END, a.attgenerated, a.attidentity, l.collname, a.attacl),
            pg_get_expr(d.adbin, d.adrelid))
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT format('relation %s %s %s %s', c.relname, c.relkind, c.reloptions, c.relacl)
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind <> 'i'
        UNION ALL
        SELECT format('view %s %s', relname, pg_get_viewdef(oid)) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
        UNION ALL
        SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid
        WHERE c.relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
        UNION ALL
        SELECT format('%s %s', tgenabled, pg_get_triggerdef(t.oid)) FROM pg_trigger t WHERE NOT tgisinternal
        UNION ALL
        SELECT format('%s %s', pg_get_functiondef(p.oid), p.proacl) FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        UNION ALL
        SELECT format('extension %s', extname) FROM pg_extension
        """;

    private static readonly string[] Migrations =
    [
        .. typeof(PlanDatabase)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("migrations/", StringComparison.Ordinal))
            .Select(name => name["migrations/".Length..^".sql".Length])
            .Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string>? newSchema;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Earlier => [.. Migrations[..^1]];

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task An_upgraded_database_is_as_a_new_one(string migration)
    {
        newSchema ??= await WithDatabaseAsync(
            async (migrator, database) =>
            {
                await migrator.MigrateAsync(null, Cancellation);
                return await ListAsync(database, Catalogue);
            }
        );
        await WithDatabaseAsync(
            async (migrator, database) =>
            {
                await migrator.MigrateAsync(BeforeTheLedger, Cancellation);
                await RunAsync(database, Fixture("initial.sql"));
                if (migration != BeforeTheLedger)
                {
                    await migrator.MigrateAsync(migration, Cancellation);
                    await RunAsync(database, Fixture("ledger.sql"));
                }

                await migrator.MigrateAsync(null, Cancellation);
                (await ListAsync(database, Catalogue)).ShouldBe(newSchema, ignoreOrder: true);
                if (migration == BeforeTheLedger)
                {
                    (
                        await ListAsync(
                            database,
                            "SELECT concat_ws(' ', sequence, kind, amount, quarter) FROM ledger_entries ORDER BY activity_id, sequence"
                        )
                    ).ShouldBe(["1 PLANNED 60.50 Q1", "2 PLANNED 40.00 Q3", "1 PLANNED 5.00 Q2", "1 PLANNED 7.25 Q4"]);
                    await RunAsync(database, Fixture("ledger.sql"));
                }

                foreach (var check in await new LedgerVerifier(database).VerifyAsync(Cancellation))
                    check.Differences.ShouldBe(0, check.Name);
                (
                    await ListAsync(
                        database,
                        """
                        SELECT concat_ws(' ', draft, planned_total, transferred_in_total, transferred_out_total, disbursed_total, committed,
                            revised_total, available_total, disbursement_rate)
                        FROM project_budgets ORDER BY draft
                        """
                    )
                ).ShouldBe([
                    "f 105.50 3.00 3.00 20.00 10.00 105.50 75.50 18.96",
                    "t 7.25 0.00 0.00 0.00 0.00 7.25 7.25 0.00",
                ]);
                return true;
            }
        );
    }

    /// <summary>
    /// Databases have been migrated by these files, and are not migrated by them again: a change is a new file. Its line is what
    /// <c>sha256sum</c> prints.
    /// </summary>
    [Fact]
    public void A_migration_is_never_edited()
    {
        var sums = Migrations.Select(migration =>
        {
            using var stream = typeof(PlanDatabase).Assembly.GetManifestResourceStream($"migrations/{migration}.sql")!;
            return $"{Convert.ToHexStringLower(SHA256.HashData(stream))}  {migration}.sql";
        });
        sums.ShouldBe(Fixture("SHA256SUMS").Trim().Split('\n'));
    }

    private async Task<T> WithDatabaseAsync<T>(Func<IMigrator, PlanDatabase, Task<T>> use)
    {
        var login = new NpgsqlConnectionStringBuilder(Service.ConnectionString)
        {
            Database = $"upgraded_{Guid.NewGuid():N}",
            Pooling = false,
        };
        await Service.ExecuteSqlAsync($"CREATE DATABASE {login.Database} TEMPLATE template0");
        await using var database = new PlanDatabase(
            new DatabaseLogins(login.ConnectionString, login.ConnectionString),
            NullLoggerFactory.Instance
        );
        await using var context = database.CreateOwnerContext();
        return await use(context.GetService<IMigrator>(), database);
    }

    private static async Task RunAsync(PlanDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.Logins.Owner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<List<string>> ListAsync(PlanDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.Logins.Owner);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var list = new List<string>();
        while (await rows.ReadAsync(Cancellation))
            list.Add(rows.GetString(0));
        return list;
    }

    private static string Fixture(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Upgrades", name));
}
