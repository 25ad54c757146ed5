using CsCheck;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What is kept beside the ledger is what the ledger makes it: by projects and plans, by months, and of open commitments.</summary>
public sealed class KeptTotalTests(PlanService service) : LedgerTestsBase(service)
{
    private const string OfPlan =
        "SELECT concat_ws(' ', draft, planned_total, disbursed_total, available_total) FROM plan_budgets ORDER BY draft";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_entry_moves_months_plans_and_open_commitments()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var commitment = (await Ledger.CommitAsync(activities[0], 1000)).Id();
        (await OpenAsync()).ShouldBe(["1000.00"]);
        var payment = (await Ledger.PayAsync(activities[0], 100, commitment: commitment)).Id();
        var rest = (await Ledger.PayAsync(activities[0], 900, commitment: commitment)).Id();
        (await OpenAsync()).ShouldBeEmpty();
        (await Ledger.ReverseAsync(payment)).Refused().ShouldBeFalse();
        (await OpenAsync()).ShouldBe(["100.00"]);
        (await Ledger.ReverseAsync(rest)).Refused().ShouldBeFalse();
        (await OpenAsync()).ShouldBe(["1000.00"]);
        (await Ledger.ReleaseAsync(commitment)).Refused().ShouldBeFalse();
        (await OpenAsync()).ShouldBeEmpty();
        (await Ledger.PayAsync(activities[1], 7.25m, paidOn: "2022-10-31")).Refused().ShouldBeFalse();
        (await Ledger.TransferAsync(activities[0], activities[1], 10)).Refused().ShouldBeFalse();
        (
            await ListAsync(
                """
                SELECT concat_ws(' ', kind, quarter, paid_month, entries, amount, committed) FROM plan_months
                WHERE kind <> 'PLANNED' ORDER BY kind, paid_month
                """
            )
        ).ShouldBe([
            "COMMITMENT 1 1000.00 1000.00",
            "COMMITMENT_RELEASED 1 1000.00 -1000.00",
            "DISBURSEMENT Q1 2022-10-01 1 7.25 0.00",
            "DISBURSEMENT Q2 2023-01-01 2 1000.00 -1000.00",
            "REVERSAL Q2 2023-01-01 2 1000.00 1000.00",
            "TRANSFER_IN Q2 1 10.00 0.00",
            "TRANSFER_OUT Q2 1 10.00 0.00",
        ]);
        await CleanAsync();
    }

    [Fact]
    public async Task An_approval_moves_what_a_project_has_and_a_removed_draft_stays_one()
    {
        var file = Sample();
        var projects = file["developmentPlan"]!["projects"]!.AsArray();
        projects[0]!["status"] = "DRAFT";
        projects[1]!["status"] = "DRAFT";
        await Service.WithoutDataAsync();
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        var (drafts, all) = (await PlannedAsync(draft: true), await PlannedAsync(null));
        drafts.ShouldBeGreaterThan(0);
        await CleanAsync();

        projects[0]!["status"] = "APPROVED";
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        var stillDrafts = await PlannedAsync(draft: true);
        stillDrafts.ShouldBeInRange(0.01m, drafts - 0.01m);
        (await PlannedAsync(null)).ShouldBe(all);
        (await ScalarAsync("SELECT sum(amount) FROM plan_months WHERE draft")).ShouldBe(stillDrafts);
        await CleanAsync();

        projects.RemoveAt(1);
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        (await ListAsync("SELECT count(*)::text FROM removed_drafts")).ShouldBe(["1"]);
        (await ScalarAsync("SELECT count(*)::numeric FROM plan_months WHERE draft")).ShouldBeGreaterThan(0);
        await CleanAsync();
    }

    [Fact]
    public async Task Who_pays_from_one_plan_waits_for_nobody_until_the_end()
    {
        var (_, activities) = await Ledger.ProjectAsync(2);
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var pay = new NpgsqlCommand(PaymentByHand, connection, transaction))
            (await pay.ExecuteNonQueryAsync(Cancellation)).ShouldBeGreaterThan(0);
        (await Ledger.PayAsync(activities[0], 3)).Refused().ShouldBeFalse();
        await transaction.CommitAsync(Cancellation);
        (await ScalarAsync("SELECT disbursed_total FROM plan_budgets WHERE NOT draft")).ShouldBe(13);
        await CleanAsync();
    }

    [Fact]
    public async Task Many_at_once_lose_nothing()
    {
        var data = await Service.QueryAsync("{ projects { nodes { activities { id ownBudget { available } } } } }");
        var activities = data.GetProperty("projects")
            .GetProperty("nodes")
            .EnumerateArray()
            .SelectMany(project => project.GetProperty("activities").EnumerateArray())
            .Where(activity => activity.GetProperty("ownBudget").GetProperty("available").GetDecimal() > 48)
            .Select(activity => activity.GetProperty("id").GetString()!)
            .ToList();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 48).Select(i => Ledger.PayAsync(activities[i % activities.Count], 1))
        );
        answers.ShouldAllBe(answer => !answer.Refused());
        (await ScalarAsync("SELECT disbursed_total FROM plan_budgets WHERE NOT draft")).ShouldBe(48);
        await CleanAsync();
    }

    [Fact]
    public async Task A_dry_run_settles_what_it_shows_and_leaves_nothing()
    {
        var before = await ListAsync(OfPlan);
        var (_, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.PayAsync(activities[0], 5, dryRun: true)).Refused().ShouldBeFalse();
        (await ListAsync(OfPlan)).ShouldBe(before);
        await Service.ExecuteSqlAsync(
            $"""
            BEGIN; {PaymentByHand}; SET CONSTRAINTS ALL IMMEDIATE;
            DO $$ BEGIN ASSERT (SELECT disbursed_total FROM plan_budgets WHERE NOT draft) = 10; END $$; ROLLBACK
            """
        );
        await CleanAsync();
    }

    [Fact]
    public async Task A_project_without_activities_has_a_total_of_nothing()
    {
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO projects (id, plan_id, fiscal_year, number, name, nature, status, strategy_id, responsible_unit_id, starts_on,
                ends_on, virement_allowed, stated_budget, version)
            SELECT gen_random_uuid(), plan_id, fiscal_year, 999, name, nature, status, strategy_id, responsible_unit_id, starts_on,
                ends_on, virement_allowed, stated_budget, version
            FROM projects WHERE number = 1
            """
        );
        (
            await ListAsync(
                """
                SELECT concat_ws(' ', b.draft, b.revised_total, b.available_total, coalesce(b.disbursement_rate::text, 'none'))
                FROM project_budgets b JOIN projects p ON p.id = b.project_id WHERE p.number = 999
                """
            )
        ).ShouldBe(["f 0.00 0.00 none"]);
        await CleanAsync();
    }

    [Theory]
    [InlineData("UPDATE plan_budgets SET planned_q1 = planned_q1 + 1")]
    [InlineData("UPDATE plan_budgets SET draft = NOT draft")]
    [InlineData("DELETE FROM plan_budgets")]
    [InlineData("TRUNCATE plan_budgets")]
    [InlineData("UPDATE project_budgets SET draft = true")]
    [InlineData("INSERT INTO plan_budgets VALUES (gen_random_uuid(), false, 2566)")]
    [InlineData("UPDATE project_months SET entries = 0")]
    [InlineData("DELETE FROM project_months")]
    [InlineData("TRUNCATE project_months")]
    [InlineData("UPDATE plan_months SET amount = 0")]
    [InlineData("DELETE FROM plan_months")]
    [InlineData("TRUNCATE plan_months")]
    [InlineData("UPDATE open_commitments SET remaining = 1")]
    [InlineData("DELETE FROM open_commitments")]
    [InlineData("TRUNCATE open_commitments")]
    [InlineData("UPDATE development_plans SET fiscal_year = 2570")]
    public async Task What_is_kept_is_not_changed_by_hand(string sql)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.CommitAsync(activities[0], 10)).Refused().ShouldBeFalse();
        var error = await Should.ThrowAsync<PostgresException>(() => Service.ExecuteSqlAsync(sql));
        error.SqlState.ShouldStartWith("23");
        await CleanAsync();
    }

    [Theory]
    [InlineData("plan_budgets")]
    [InlineData("project_months")]
    [InlineData("plan_months")]
    [InlineData("open_commitments")]
    public async Task The_service_may_only_read_what_is_kept(string table)
    {
        var may = await ListAsync(
            $"""
            SELECT privilege FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege
            WHERE has_table_privilege('teacherdevplan_service', '{table}', privilege)
            """
        );
        may.ShouldBe(["SELECT"]);
    }

    [Fact]
    public async Task A_rate_is_rounded_as_the_domain_rounds_it()
    {
        var pairs = new List<(decimal Disbursed, decimal Revised)>();
        Gen.Select(
                Gen.Int[0, 200_000],
                Gen.Int[1, 200_000],
                Gen.Int[0, 2].Select(unit => new[] { 0.01m, 1, 1_000_003.37m }[unit])
            )
            .Sample(
                (part, whole, unit) => pairs.Add((Math.Round(part * unit, 2), Math.Round(whole * unit, 2))),
                iter: 2000,
                threads: 1
            );
        pairs.AddRange([(1, 800), (0.01m, 0.08m), (4_999_999_999.99m, 99_999_999_999_999.99m), (0, 1)]);
        // A budget is never overspent.
        pairs = pairs.ConvertAll(pair => pair with { Disbursed = Math.Min(pair.Disbursed, pair.Revised) });
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await using var create = new NpgsqlCommand(
            "CREATE TEMP TABLE rates (LIKE plan_budgets INCLUDING DEFAULTS); "
                + "CREATE TRIGGER figures BEFORE INSERT ON rates FOR EACH ROW EXECUTE FUNCTION compute_figures()",
            connection
        );
        await create.ExecuteNonQueryAsync(Cancellation);
        await using var fill = new NpgsqlCommand(
            """
            INSERT INTO rates (plan_id, draft, fiscal_year, planned_q1, disbursed_q4)
            SELECT gen_random_uuid(), false, place, planned, disbursed
            FROM unnest($1, $2) WITH ORDINALITY AS t (planned, disbursed, place)
            RETURNING disbursement_rate
            """,
            connection
        );
        fill.Parameters.AddWithValue(pairs.Select(pair => pair.Revised).ToArray());
        fill.Parameters.AddWithValue(pairs.Select(pair => pair.Disbursed).ToArray());
        await using var rows = await fill.ExecuteReaderAsync(Cancellation);
        foreach (var (disbursed, revised) in pairs)
        {
            (await rows.ReadAsync(Cancellation)).ShouldBeTrue();
            rows.GetDecimal(0).ShouldBe(Percent.Of(disbursed, revised)!.Value, $"{disbursed} of {revised}");
        }
    }

    /// <summary>Ten baht from the first project, as any program could pay them.</summary>
    private const string PaymentByHand = """
        UPDATE projects SET status = 'IN_PROGRESS' WHERE number = 1;
        INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || jsonb_build_object(
            'id', gen_random_uuid(), 'sequence', sequence + 1, 'kind', 'DISBURSEMENT', 'paid_on', '2023-01-10', 'quarter', 'Q2',
            'reference', 'V', 'amount', 10, 'disbursed_q2', 10))).*
        FROM ledger_entries e WHERE kind = 'PLANNED' AND planned_q3 = 5000 AND sequence = 1
            AND project_id = (SELECT id FROM projects WHERE number = 1)
        """;

    private Task<List<string>> OpenAsync() => ListAsync("SELECT remaining::text FROM open_commitments");

    private Task<decimal> PlannedAsync(bool? draft) =>
        ScalarAsync($"SELECT sum(planned_total) FROM plan_budgets {(draft is null ? "" : $"WHERE draft = {draft}")}");

    private async Task<decimal> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (decimal)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var list = new List<string>();
        while (await rows.ReadAsync(Cancellation))
            list.Add(rows.GetString(0));
        return list;
    }
}
