using Npgsql;
using static TeacherDevPlan.Api.Tests.Polling.Poller;

namespace TeacherDevPlan.Api.Tests.Polling;

/// <summary>
/// A tag stands for one body, whatever happens to the database: at any time, a client gets a 304 exactly if the body of
/// its tag is the current one.
/// </summary>
public sealed class RestoreTests(PlanService service) : LedgerTestsBase(service)
{
    private static readonly string[] Queries =
    [
        "{ budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key budget { disbursed committed available } } }",
        "{ projects { nodes { number budget { planned committed disbursed } activities { name ownBudget { disbursed } } } } }",
        "{ projects { nodes { ledger(first: 500) { nodes { amount kind commitment { remaining } } } } } }",
        "{ offices { nodes { code name } } }",
    ];

    /// <summary>What a payment writes, and the versions.</summary>
    private static readonly string[] Tables =
    [
        "ledger_entries",
        "activity_budgets",
        "project_budgets",
        "project_months",
        "plan_budgets",
        "plan_months",
        "open_commitments",
        "offices",
        "data_changes",
        "data_versions",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_a_restore_nobody_keeps_a_response_that_is_no_longer_right(int seed)
    {
        var random = new Random(seed);
        var (_, activities) = await Ledger.ProjectAsync(1);
        var bodies = new Dictionary<string, string>();
        await PollAsync(bodies);
        await ExecuteAsync("CREATE SCHEMA saved");
        try
        {
            await SaveAsync();
            for (var step = 0; step < 20; step++)
            {
                if (random.Next(5) == 0)
                    await RestoreAsync();
                await PollAsync(
                    bodies,
                    during: random.Next(3) switch
                    {
                        0 => () => Service.ExecuteSqlAsync($"UPDATE offices SET name = 'สพป. {random.Next(5)}'"),
                        1 => () => Ledger.PayAsync(activities[random.Next(activities.Length)], 1),
                        _ => null,
                    }
                );
            }

            await RestoreAsync();
            await PollAsync(bodies);
        }
        finally
        {
            Service.Statements.Reset();
            await ExecuteAsync("DROP SCHEMA saved CASCADE");
        }

        bodies.Values.Distinct().Count().ShouldBe(bodies.Count);
        await Service.WithoutDataAsync();
    }

    /// <param name="bodies">Those of all tags so far.</param>
    /// <param name="during">Run between the request and its snapshot.</param>
    private async Task PollAsync(Dictionary<string, string> bodies, Func<Task>? during = null)
    {
        foreach (var query in Queries)
        {
            Service.Statements.Reset();
            var once = during;
            Service.Statements.BeforeStatement = _ =>
                Interlocked.Exchange(ref once, null)?.Invoke() ?? Task.CompletedTask;
            var answer = await GetAsync(Service.Client, query);
            Service.Statements.Reset();
            Add(answer);
            var current = (await Service.AskAsync(query)).GetRawText();
            foreach (var (tag, body) in bodies.ToList())
            {
                var poll = await GetAsync(Service.Client, query, tag);
                poll.IsUnchanged.ShouldBe(body == current, query);
                if (!poll.IsUnchanged)
                    Add(poll);
            }
        }

        void Add(Polled answer)
        {
            if (!bodies.TryAdd(answer.Tag.ShouldNotBeNull(), answer.Text))
                answer.Text.ShouldBe(bodies[answer.Tag], "a tag stands for two bodies");
        }
    }

    private Task SaveAsync() =>
        ExecuteAsync(
            "BEGIN ISOLATION LEVEL REPEATABLE READ;"
                + string.Concat(Tables.Select(table => $"CREATE TABLE saved.{table} AS TABLE public.{table};"))
                + "COMMIT"
        );

    /// <summary>Rows and versions become what they were, as after a restore to that moment.</summary>
    private Task RestoreAsync() =>
        ExecuteAsync(
            "BEGIN; SET LOCAL session_replication_role = replica; DO $$ DECLARE t text; c text; BEGIN FOREACH t IN ARRAY ARRAY["
                + string.Join(',', Tables.Select(table => $"'{table}'"))
                + "] LOOP SELECT string_agg(quote_ident(column_name), ',') INTO c FROM information_schema.columns "
                + "WHERE table_schema = 'public' AND table_name = t AND is_generated = 'NEVER'; "
                + "EXECUTE format('DELETE FROM %I', t); "
                + "EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM saved.%I', t, c, c, t); END LOOP; END $$; COMMIT"
        );

    private async Task ExecuteAsync(string sql)
    {
        Service.Changed();
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
