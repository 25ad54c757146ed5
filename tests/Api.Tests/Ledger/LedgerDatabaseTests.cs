using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Ledger;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What the database holds to by itself, whoever writes and whatever the service does.</summary>
public sealed class LedgerDatabaseTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Payment = """
        INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || jsonb_build_object(
            'id', gen_random_uuid(), 'sequence', sequence + 1, 'kind', 'DISBURSEMENT', 'paid_on', '2023-01-10', 'quarter', 'Q2',
            'reference', 'V', 'amount', 10, 'disbursed_q2', 10) || {0})).*
        FROM ledger_entries e WHERE kind = 'PLANNED' AND planned_q3 = 5000 AND sequence = 1
            AND project_id = (SELECT id FROM projects WHERE number = 1)
        """;

    /// <summary>A payment of {0}, and, by the same statement, its reversal as entry {1}.</summary>
    private const string Set = """
        UPDATE projects SET status = 'IN_PROGRESS' WHERE number = 1;
        INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || changes)).*
        FROM ledger_entries e, (VALUES
            (jsonb_build_object('id', '00000000-0000-0000-0000-000000000001', 'sequence', 2, 'kind', 'DISBURSEMENT',
                'paid_on', '2023-01-10', 'quarter', 'Q2', 'reference', 'V', 'amount', {0}, 'disbursed_q2', {0})),
            (jsonb_build_object('id', '00000000-0000-0000-0000-000000000002', 'sequence', {1}, 'kind', 'REVERSAL', 'quarter', 'Q2',
                'reverses_id', '00000000-0000-0000-0000-000000000001', 'amount', {0}))) AS added (changes)
        WHERE e.kind = 'PLANNED' AND e.planned_q3 = 5000 AND e.sequence = 1
            AND e.project_id = (SELECT id FROM projects WHERE number = 1)
        """;

    public static TheoryData<string> Forbidden =>
        [
            // History is never rewritten.
            "UPDATE ledger_entries SET amount = 1",
            "UPDATE ledger_entries SET reason = 'other'",
            "DELETE FROM ledger_entries",
            "TRUNCATE ledger_entries",
            "TRUNCATE ledger_entries CASCADE",
            "TRUNCATE activity_budgets CASCADE",
            // A budget is what its entries make it.
            "UPDATE activity_budgets SET planned_q1 = planned_q1 + 1",
            "UPDATE activity_budgets SET disbursed_q1 = 1",
            "UPDATE activity_budgets SET committed = 999999",
            "UPDATE activity_budgets SET disbursed_q1 = 0",
            "UPDATE activity_budgets SET entries = entries + 1",
            "UPDATE activity_budgets SET project_id = plan_id",
            "DELETE FROM activity_budgets",
            "INSERT INTO activity_budgets SELECT gen_random_uuid(), parent_id, project_id, plan_id, fiscal_year, entries, moved, last_entry_at, committed, "
                + "disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, "
                + "transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, "
                + "transferred_out_q4 FROM activity_budgets WHERE planned_q1 > 0",
            // An activity stays while it has money.
            "DELETE FROM activities",
            "DELETE FROM projects",
            "DELETE FROM offices",
            // Keys are kept.
            "UPDATE idempotency_keys SET outcome = '{}'",
            "DELETE FROM idempotency_keys",
            "TRUNCATE idempotency_keys",
            // A key remembers an input once, and one success.
            "INSERT INTO idempotency_keys SELECT caller, key, operation, digest, outcome FROM idempotency_keys",
            "INSERT INTO idempotency_keys SELECT caller, key, operation, 'other', outcome FROM idempotency_keys",
            // An entry follows the last one, leads to the balance that it tells, and overspends nothing.
            Entry("'amount', 5001, 'disbursed_q2', 5001"),
            Entry("'amount', -10, 'disbursed_q2', -10"),
            Entry("'amount', 0, 'disbursed_q2', 0"),
            Entry("'disbursed_q2', 9"),
            Entry("'disbursed_q1', 10, 'disbursed_q2', 0"),
            Entry("'sequence', 1"),
            Entry("'sequence', 3"),
            Entry("'paid_on', '2023-10-01', 'quarter', 'Q1'"),
            Entry("'paid_on', '2022-12-31'"),
            Entry("'paid_on', null"),
            Entry("'recorded_at', now() + interval '1 hour'"),
            Entry("'recorded_at', '2023-01-09T16:59:59Z'"),
            "UPDATE activities SET project_id = (SELECT id FROM projects WHERE number = 3)",
            "UPDATE projects SET fiscal_year = 2567",
            "BEGIN; CREATE TEMP TABLE activity_budgets (LIKE public.activity_budgets INCLUDING INDEXES); INSERT INTO pg_temp.activity_budgets SELECT * FROM "
                + "public.activity_budgets; UPDATE pg_temp.activity_budgets SET planned_q1 = 10000; "
                + Entry("'amount', 6000, 'disbursed_q2', 6000, 'planned_q1', 10000"),
            "CREATE FUNCTION pg_temp.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE public.activity_budgets SET planned_q1 = 1 + planned_q1; RETURN NEW; END'; "
                + "CREATE TEMP TABLE t (i int); CREATE TRIGGER f AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION pg_temp.f(); INSERT INTO t VALUES (1)",
            Entry("'reference', null"),
            Entry("'kind', 'GIFT'"),
            Entry("'fiscal_year', 2567"),
            Entry("'recorded_at', '2020-01-01'"),
            Entry("'commitment_id', e.id"),
            Entry("'kind', 'REVERSAL', 'paid_on', null, 'reverses_id', e.id, 'disbursed_q2', -10"),
            Entry("'kind', 'TRANSFER_IN', 'paid_on', null, 'disbursed_q2', 0, 'transferred_in_q2', 10"),
            Entry(
                "'id', '00000000-0000-0000-0000-000000000001', 'transfer_id', '00000000-0000-0000-0000-000000000001', 'reason', 'r', "
                    + "'counterpart_id', e.activity_id, 'kind', 'TRANSFER_OUT', 'paid_on', null, 'disbursed_q2', 0, 'transferred_out_q2', 10"
            ),
            "UPDATE projects SET status = 'COMPLETED' WHERE number = 1; " + Entry("'note', ''"),
            // A project that has paid is in progress.
            Entry("'note', ''"),
            // What is recorded together is held to the same as what is recorded one by one.
            SetOf("5000.01", 3),
            SetOf("10", 4),
            SetOf("10", 1),
        ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task What_must_never_be_is_refused_even_to_the_owner(string sql)
    {
        var (_, activities) = await Ledger.ProjectAsync(2);
        (await Ledger.PayAsync(activities[0], 10)).Refused().ShouldBeFalse();
        var error = await Should.ThrowAsync<PostgresException>(() => Service.ExecuteSqlAsync(sql));
        error.SqlState.ShouldStartWith("23");
        await CleanAsync();
    }

    [Fact]
    public async Task What_follows_from_the_last_entry_is_accepted_by_hand_too()
    {
        await Service.ExecuteSqlAsync(
            "UPDATE projects SET status = 'IN_PROGRESS' WHERE number = 1; " + Entry("'note', ''")
        );
        var (_, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4990);
    }

    [Fact]
    public async Task A_set_of_entries_is_accepted_by_hand_too()
    {
        await Service.ExecuteSqlAsync(SetOf("5000", 3));
        var (_, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000);
        await CleanAsync();
    }

    /// <summary>
    /// PL/pgSQL keeps the plan that it made for the first set of entries of a connection. A join that reads all projects suits a large set,
    /// and not the single payments that follow, so a function that posts sets never joins in this way.
    /// </summary>
    [Fact]
    public async Task The_cost_of_an_entry_does_not_depend_on_the_sets_before_it()
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var functions = source.CreateCommand(
            """
            SELECT DISTINCT f.proname, f.proconfig FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid WHERE t.tgnewtable IS NOT NULL
            """
        );
        await using var reader = await functions.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        do
        {
            var settings = reader.GetFieldValue<string[]>(1);
            settings.ShouldContain("enable_hashjoin=off", reader.GetString(0));
            settings.ShouldContain("enable_mergejoin=off", reader.GetString(0));
            settings.ShouldContain("enable_seqscan=off", reader.GetString(0));
        } while (await reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE ledger_entries SET amount = 1")]
    [InlineData("DELETE FROM ledger_entries")]
    [InlineData("TRUNCATE ledger_entries")]
    [InlineData("UPDATE activity_budgets SET planned_q1 = 1")]
    [InlineData("DELETE FROM activity_budgets")]
    [InlineData("UPDATE idempotency_keys SET outcome = '{}'")]
    [InlineData("UPDATE instance_secrets SET value = ''")]
    [InlineData("ALTER TABLE ledger_entries DISABLE TRIGGER ALL")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("DROP TABLE ledger_entries")]
    [InlineData("CREATE TABLE mine (id int)")]
    [InlineData("CREATE TEMP TABLE mine (id int)")]
    [InlineData("SET ROLE postgres")]
    public async Task The_service_has_no_right_to_change_what_is_recorded(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.Logins.Service);
        await using var command = source.CreateCommand(sql);
        var error = await Should.ThrowAsync<PostgresException>(() =>
            command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)
        );
        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_service_that_could_rewrite_history_does_not_start()
    {
        using var process = Programs.Start(
            "ConnectionStrings__TeacherDevPlan",
            Service.ConnectionString,
            "--urls",
            "http://127.0.0.1:0"
        );
        (await Programs.OutputAsync(process)).ShouldContain(
            "could change or remove what the ledger and the audit trail have recorded"
        );
        process.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Verification_finds_what_was_changed_behind_the_ledgers_back()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var commitment = (await Ledger.CommitAsync(activities[0], 1000)).Id();
        var payment = (await Ledger.PayAsync(activities[0], 100, commitment: commitment)).Id();
        await Ledger.ReverseAsync(payment);
        await Ledger.TransferAsync(activities[0], activities[1], 10);
        await Ledger.ReleaseAsync(commitment);
        (await VerifyAsync()).ShouldAllBe(check => check.Compared > 0 && check.Differences == 0);
        (await OutputAsync()).ShouldEndWith("The ledger is consistent.\n0");
        string[] tamperings =
        [
            "UPDATE ledger_entries SET amount = amount + 1 WHERE kind = 'DISBURSEMENT'",
            "UPDATE activity_budgets SET planned_q1 = planned_q1 + 0.01",
            "DELETE FROM ledger_entries WHERE kind = 'TRANSFER_IN'",
            "DELETE FROM ledger_entries WHERE kind = 'COMMITMENT_RELEASED'",
            "UPDATE ledger_entries SET paid_on = '2023-10-01' WHERE kind = 'DISBURSEMENT'",
            "UPDATE projects SET status = 'APPROVED'",
            "DELETE FROM ledger_entries WHERE kind = 'PLANNED'",
        ];
        foreach (var tampering in tamperings)
        {
            await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
            await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var backup = new NpgsqlCommand(
                $"SET session_replication_role = replica; CREATE TABLE kept AS TABLE ledger_entries; CREATE TABLE kept_b AS TABLE activity_budgets; {tampering}",
                connection
            );
            await backup.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            (await VerifyAsync()).Sum(check => check.Differences).ShouldBeGreaterThan(0, tampering);
            await using var restore = new NpgsqlCommand(
                "DELETE FROM ledger_entries; DELETE FROM activity_budgets; INSERT INTO activity_budgets TABLE kept_b; INSERT INTO ledger_entries TABLE kept; "
                    + "UPDATE projects SET status = 'IN_PROGRESS' WHERE number = 1; DROP TABLE kept, kept_b",
                connection
            );
            await restore.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await CleanAsync();
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE activity_budgets SET committed = 1 WHERE planned_q3 = 5000"
        );
        (await OutputAsync()).ShouldEndWith("difference(s).\n1");
    }

    [Fact]
    public async Task An_expired_commitment_frees_itself_at_the_end_of_its_day()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.CommitAsync(activities[0], 1000, "2999-01-01");
        (await Ledger.CommitAsync(activities[0], 1, "2020-01-01"))
            .Error()
            .GetProperty("field")
            .GetString()
            .ShouldBe("expiresOn");
        // Days do not pass in a test: the commitment is made one of long ago.
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE ledger_entries SET expires_on = '2026-01-31' WHERE kind = 'COMMITMENT'; "
                + "UPDATE open_commitments SET expires_on = '2026-01-31'"
        );
        await Service.Services.GetRequiredService<CommitmentExpiry>().RunAsync(TestContext.Current.CancellationToken);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000);
        await CleanAsync();
        var data = await Service.QueryAsync(
            $"{{ node(id: \"{activities[0]}\") {{ ... on Activity {{ ledger(where: {{ kind: {{ eq: COMMITMENT_RELEASED }} }}) {{ nodes {{ "
                + "amount reason recordedBy commitment { released remaining } } } } } }",
            client: Service.Officer
        );
        data.GetProperty("node")
            .GetProperty("ledger")
            .GetProperty("nodes")[0]
            .ToString()
            .ShouldBe(
                """{"amount":1000.00,"reason":"expired","recordedBy":"system","commitment":{"released":true,"remaining":0.00}}"""
            );
    }

    [Fact]
    public async Task Idempotency_keys_are_forgotten_after_their_time_and_not_before()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 1, "old");
        await Ledger.PayAsync(activities[0], 1, "young");
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE idempotency_keys SET created_at = now() - interval '31 days' WHERE key = 'old'"
        );
        await using var scope = Service.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.AsSystem().GetRequiredService<ISender>();
        (await mediator.Send(new ForgetOldKeys(90), TestContext.Current.CancellationToken)).Value.Count.ShouldBe(0);
        (await mediator.Send(new ForgetOldKeys(1), TestContext.Current.CancellationToken)).Value.Count.ShouldBe(1);
        (await Ledger.PayAsync(activities[0], 2, "young")).Kind().ShouldBe("IdempotencyKeyReusedError");
        (await Ledger.PayAsync(activities[0], 2, "old")).Refused().ShouldBeFalse();
    }

    private static string SetOf(string amount, int sequence) =>
        Set.Replace("{0}", amount).Replace("{1}", $"{sequence}");

    private static string Entry(string changes) => Payment.Replace("{0}", $"jsonb_build_object({changes})");

    private async Task<string> OutputAsync()
    {
        using var process = Programs.Start(
            "ConnectionStrings__TeacherDevPlan",
            Service.Logins.Service,
            "verify-ledger"
        );
        return (await Programs.OutputAsync(process)).Trim() + $"\n{process.ExitCode}";
    }
}
