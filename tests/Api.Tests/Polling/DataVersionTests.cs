using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Tests.Polling;

/// <summary>A topic's version is another one whenever a transaction that wrote to it is seen, and only then.</summary>
public sealed class DataVersionTests(PlanService service) : PlanTests(service)
{
    private static readonly DataTopics[] Topics =
    [
        .. Enum.GetValues<DataTopics>().Where(topic => topic is not (DataTopics.None or DataTopics.Unversioned)),
    ];

    /// <summary>Functions and views of the database that no answer is made of.</summary>
    private static readonly string[] ReadNothing =
    [
        "fold_text",
        "chain_audit_records",
        "fold_data_changes",
        "random_stamp",
        "show_published",
        "note_topic",
        "is_sound",
        "audit_text",
        "texts_of_offices",
        "replace_name",
        "person_references",
        "key_of_row",
        "merge_person",
        "unmerge_person",
        "has_results",
        "set_enrollments_aside",
        "bring_enrollments_back",
        "name_without_title",
        "name_key",
        "given_name_key",
        "answer_questionnaire",
        "take_questionnaire_answers",
        "initials_of",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_is_watched_or_named_as_one_that_answers_are_not_made_of()
    {
        var tables = await ColumnAsync(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f')"
        );
        tables
            .Except(TopicMap.UnversionedTables)
            .ShouldBe(TopicMap.Tables.Keys, ignoreOrder: true, customMessage: "name it in TopicMap");
        TopicMap.UnversionedTables.Except(tables).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_view_and_function_counts_as_the_tables_that_it_reads()
    {
        var views = await ColumnAsync(
            """
            SELECT DISTINCT v.relname || ' ' || t.relname
            FROM pg_class v JOIN pg_rewrite r ON r.ev_class = v.oid
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
            JOIN pg_class t ON t.oid = d.refobjid AND t.oid <> v.oid
            WHERE v.relnamespace = 'public'::regnamespace AND v.relkind IN ('v', 'm')
            """
        );
        views = [.. views.Where(pair => !ReadNothing.Contains(pair.Split(' ')[0]))];
        views.ShouldNotBeEmpty();
        foreach (var pair in views.Select(pair => pair.Split(' ')))
            TopicMap.Readers[pair[0]].HasFlag(TopicMap.OfStatement(pair[1])).ShouldBeTrue(string.Join(' ', pair));
        var functions = await ColumnAsync(
            """
            SELECT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prorettype <> 'trigger'::regtype
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            """
        );
        functions
            .Except(ReadNothing)
            .Concat(views.Select(pair => pair.Split(' ')[0]).Distinct())
            .ShouldBe(TopicMap.Readers.Keys, ignoreOrder: true, customMessage: "name it in TopicMap, or here");
    }

    [Fact]
    public async Task Writing_to_a_table_changes_the_version_of_its_topic_and_of_no_other()
    {
        foreach (var (table, topic) in TopicMap.Tables)
        {
            var column = (
                await ColumnAsync(
                    $"SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 LIMIT 1"
                )
            )[0];
            await ChangesAsync($"UPDATE {table} SET \"{column}\" = \"{column}\" WHERE false", topic);
            await ChangesAsync($"SET session_replication_role = replica; DELETE FROM {table} WHERE false", topic);
        }
    }

    [Theory]
    [InlineData("TRUNCATE removed_drafts", DataTopics.Projects)]
    [InlineData("COPY removed_drafts FROM PROGRAM 'true'", DataTopics.Projects)]
    [InlineData("BEGIN; UPDATE offices SET name = name; ROLLBACK", DataTopics.None)]
    [InlineData(
        "BEGIN; SAVEPOINT a; UPDATE offices SET name = name; ROLLBACK TO a; UPDATE findings SET status = status; COMMIT",
        DataTopics.Findings
    )]
    [InlineData(
        "BEGIN; SAVEPOINT a; UPDATE offices SET name = name; ROLLBACK TO a; UPDATE offices SET name = name; COMMIT",
        DataTopics.Offices
    )]
    [InlineData(
        "BEGIN; UPDATE offices SET name = name; SAVEPOINT a; UPDATE offices SET name = name; ROLLBACK TO a; COMMIT",
        DataTopics.Offices
    )]
    [InlineData(
        "DO $$ BEGIN BEGIN UPDATE offices SET name = name; RAISE EXCEPTION 'x'; EXCEPTION WHEN OTHERS THEN NULL; END; UPDATE staff_members SET name = name; END $$",
        DataTopics.Staff
    )]
    [InlineData("DELETE FROM plan_readings", DataTopics.Plans)]
    [InlineData("DELETE FROM needs_surveys", DataTopics.Statistics)]
    [InlineData("UPDATE access_tokens SET name = name; DELETE FROM idempotency_keys", DataTopics.None)]
    public async Task A_transaction_counts_with_what_it_keeps(string sql, DataTopics changed) =>
        await ChangesAsync(sql, changed);

    [Fact]
    public async Task Rows_that_go_with_others_count_as_their_own_topic()
    {
        var changed = await ChangedAsync(
            "DELETE FROM datasets; DELETE FROM findings; DELETE FROM indicator_targets; DELETE FROM indicators"
        );
        changed.ShouldBe(
            DataTopics.Statistics
                | DataTopics.Findings
                | DataTopics.Indicators
                // What was proposed for an indicator goes with it.
                | DataTopics.Staff
        );
        (await ChangedAsync("INSERT INTO findings (id) SELECT id FROM findings WHERE false")).ShouldBe(
            DataTopics.Findings
        );
        await Service.WithSampleAsync();
        // The projects of a plan, its statistics and its findings go with it.
        (
            await ChangedAsync(
                "SET session_replication_role = replica; DELETE FROM activities; DELETE FROM activity_budgets; DELETE FROM ledger_entries; "
                    + "SET session_replication_role = origin; DELETE FROM development_plans"
            )
        ).ShouldBe(
            DataTopics.Plans
                | DataTopics.Projects
                | DataTopics.Budgets
                | DataTopics.Statistics
                | DataTopics.Findings
                // The items of people's plans lose the project.
                | DataTopics.Staff
        );
    }

    [Fact]
    public async Task Summing_up_what_has_changed_changes_no_version()
    {
        await Service.ExecuteSqlAsync("UPDATE offices SET name = name; UPDATE projects SET name = name");
        var before = await StampsAsync();
        var database = Service.Services.GetRequiredService<PlanDatabase>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.FoldChangesAsync(Cancellation)));
        (await StampsAsync()).ShouldBe(before);
        (await ColumnAsync("SELECT topic FROM data_changes")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_transactions_of_one_topic_do_not_wait_for_each_other()
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var first = await source.OpenConnectionAsync(Cancellation);
        await using var second = await source.OpenConnectionAsync(Cancellation);
        await using var firstTransaction = await first.BeginTransactionAsync(Cancellation);
        await using var secondTransaction = await second.BeginTransactionAsync(Cancellation);
        foreach (var connection in (NpgsqlConnection[])[first, second, first, second])
        {
            await using var write = new NpgsqlCommand(
                "SET LOCAL lock_timeout = '5s'; INSERT INTO removed_drafts VALUES (gen_random_uuid(), 'x')",
                connection
            );
            await write.ExecuteNonQueryAsync(Cancellation);
        }

        var before = await StampsAsync();
        await firstTransaction.CommitAsync(Cancellation);
        var between = await StampsAsync();
        await secondTransaction.CommitAsync(Cancellation);
        var after = await StampsAsync();
        new[] { before, between, after }
            .Select(stamps => stamps[(int)Math.Log2((int)DataTopics.Projects)])
            .Distinct()
            .Count()
            .ShouldBe(3);
        Service.Changed();
    }

    [Theory]
    [InlineData("INSERT INTO data_changes VALUES ('offices', 1)")]
    [InlineData("DELETE FROM data_changes")]
    [InlineData("UPDATE data_versions SET stamp = 0")]
    [InlineData("ALTER TABLE offices DISABLE TRIGGER note_changes")]
    public async Task The_services_login_cannot_make_a_version(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.Logins.Service);
        await using var command = source.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    [Theory]
    [InlineData("ALTER TABLE offices DISABLE TRIGGER note_changes")]
    [InlineData("DROP TRIGGER note_changes ON offices")]
    [InlineData("ALTER TABLE offices ENABLE TRIGGER note_changes")]
    public async Task The_service_does_not_start_where_changes_are_not_noted_until_the_database_is_migrated(string sql)
    {
        await Service.ExecuteSqlAsync(sql);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = Service.Logins.Service,
            ["ConnectionStrings__Owner"] = Service.Logins.Owner,
            ["Auth__AnonymousReadOnly"] = "true",
        };
        using var refused = Programs.Start(settings, "--urls", "http://127.0.0.1:0");
        (await Programs.OutputAsync(refused)).ShouldContain("Changes of the table offices are not noted");
        var before = await StampsAsync();
        using var migrated = Programs.Start(settings, "migrate");
        await Programs.OutputAsync(migrated);
        // What was written meanwhile went unnoticed.
        (await StampsAsync())[0]
            .ShouldNotBe(before[0]);
        await ChangesAsync("UPDATE offices SET name = name", DataTopics.Offices);
    }

    [Theory]
    [InlineData("SELECT p.name FROM projects AS p", DataTopics.Projects)]
    [InlineData("SELECT * FROM \"ledger_entries\"", DataTopics.Budgets)]
    [InlineData(
        "select count(*) from PROJECTS join budgets_as_of($1) b using (project_id)",
        DataTopics.Projects | DataTopics.Budgets
    )]
    [InlineData("SELECT x.projects_old FROM offices_b AS x JOIN staff_members", DataTopics.Staff)]
    [InlineData("SELECT 1", DataTopics.Unversioned)]
    [InlineData("SELECT * FROM a_table_of_tomorrow", DataTopics.Unversioned)]
    [InlineData("SELECT * FROM offices WHERE now() > $1", DataTopics.Offices | DataTopics.Unversioned)]
    [InlineData("SELECT * FROM access_tokens", DataTopics.Unversioned)]
    public void A_statement_reads_the_tables_that_it_names(string sql, DataTopics topics) =>
        TopicMap.OfStatement(sql).ShouldBe(topics);

    private async Task ChangesAsync(string sql, DataTopics topics) => (await ChangedAsync(sql)).ShouldBe(topics, sql);

    private async Task<DataTopics> ChangedAsync(string sql)
    {
        var before = await StampsAsync();
        await Service.ExecuteSqlAsync(sql);
        var after = await StampsAsync();
        return Topics.Where((_, i) => before[i] != after[i]).Aggregate(DataTopics.None, (all, one) => all | one);
    }

    /// <summary>In the order of the topics.</summary>
    private async Task<long[]> StampsAsync()
    {
        var stamps = await Service.Services.GetRequiredService<DataVersions>().CurrentAsync();
        return [.. stamps.ShouldNotBeNull().Of(Topics.Aggregate((all, one) => all | one))];
    }

    private async Task<IReadOnlyList<string>> ColumnAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var values = new List<string>();
        while (await rows.ReadAsync(Cancellation))
            values.Add(rows.GetString(0));
        return values;
    }
}
