using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What is put on record, and that it stays as it was.</summary>
public sealed class AuditTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Log =
        "query ($where: AuditRecordFilterInput) { auditLog(where: $where, first: 500) { nodes { recordedAt kind actor roles address requestId "
        + "action subjects before after reason } } }";

    private HttpClient Administrator { get; } = service.ClientOf("administrator");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_is_recorded_with_who_when_where_before_after_and_why()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var transfer = (await Ledger.TransferAsync(activities[0], activities[1], 100)).Id();
        var record = (await RecordsAsync("transferBudget")).ShouldHaveSingleItem();
        record.GetProperty("kind").GetString().ShouldBe("WRITE");
        record.GetProperty("actor").GetString().ShouldBe("local:somebody");
        record.GetProperty("roles").ToString().ShouldBe("[\"BUDGET_OFFICER\"]");
        record.GetProperty("address").GetString().ShouldBe("127.0.0.1");
        record.GetProperty("requestId").GetString()!.Length.ShouldBe(32);
        record.GetProperty("reason").GetString().ShouldBe("needed there");
        record
            .GetProperty("subjects")
            .EnumerateArray()
            .Select(id => id.GetString())
            .ShouldBe([.. activities[..2], transfer], ignoreOrder: true);
        Available("before").ShouldBe([5000m, 5000m]);
        Available("after").ShouldBe([4900m, 5100m]);

        decimal[] Available(string when) =>
            [
                .. JsonDocument
                    .Parse(record.GetProperty(when).GetString()!)
                    .RootElement.EnumerateArray()
                    .Select(budget => budget.GetProperty("available").GetDecimal())
                    .Order(),
            ];
    }

    [Fact]
    public async Task Every_kind_of_write_is_recorded_once_and_what_changes_nothing_is_not()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        var payment = (await Ledger.PayAsync(activities[0], 1, key)).Id();
        await Ledger.PayAsync(activities[0], 1, key);
        await Ledger.PayAsync(activities[0], 1, dryRun: true);
        await Ledger.PayAsync(activities[0], 1_000_000);
        await Ledger.ReverseAsync(payment);
        await Ledger.ReleaseAsync((await Ledger.CommitAsync(activities[0], 5)).Id());
        await Ledger.TransferAsync(activities[0], activities[1], 1);
        var version = (await Service.QueryAsync($"{{ node(id: \"{project}\") {{ ... on Project {{ version }} }} }}"))
            .GetProperty("node")
            .GetProperty("version")
            .GetInt32();
        await Ledger.ReviseAsync(
            project,
            version,
            [
                new
                {
                    activityId = activities[0],
                    quarter = "Q4",
                    amount = 9,
                },
            ]
        );
        (await RecordsAsync(null, "WRITE"))
            .Select(record => record.GetProperty("action").GetString())
            .ShouldBe([
                "importPlan",
                "recordDisbursement",
                "reverseDisbursement",
                "commitBudget",
                "releaseCommitment",
                "transferBudget",
                "reviseSpendingPlan",
            ]);
    }

    [Fact]
    public async Task A_refusal_is_recorded_with_what_was_asked_for()
    {
        await Service.AskAsync("{ staff { nodes { position } } auditLog { totalCount } }");
        using var elsewhere = Service.ClientOf("budget officer elsewhere");
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Service.AskAsync(
            $"mutation {{ commitBudget(input: {{ activityId: \"{activities[0]}\", amount: 1, reference: \"C\", idempotencyKey: \"k\" }}) {{ errors {{ __typename }} }} }}",
            client: elsewhere
        );
        using var forged = Service.As("tdp_forged");
        await Service.AskAsync("{ __typename }", client: forged);
        var records = await RecordsAsync(null, "REFUSAL");
        records
            .Select(record =>
                $"{record.GetProperty("actor")} {record.GetProperty("action")} {record.GetProperty("subjects")}"
            )
            .ShouldBe(
                [
                    "anonymous query [\"Query.auditLog\",\"StaffMember.position\"]",
                    "local:somebody mutation [\"Mutation.commitBudget (TH-43-P2)\"]",
                    "anonymous signIn []",
                ],
                ignoreOrder: true
            );
        records.ShouldAllBe(record => !record.ToString().Contains("forged"));
    }

    [Fact]
    public async Task Refusals_of_strangers_are_recorded_as_sums_that_do_not_grow_with_what_they_send()
    {
        using var forged = Service.As("tdp_forged");
        for (var i = 0; i < 30; i++)
        {
            await Service.AskAsync("{ staff { nodes { position } } }");
            await Service.AskAsync("{ __typename }", client: forged);
        }

        var records = await RecordsAsync(null, "REFUSAL");
        records.Count.ShouldBe(2);
        foreach (var record in records)
        {
            record.GetProperty("actor").GetString().ShouldBe("anonymous");
            record.GetProperty("address").GetString().ShouldBe("127.0.0.1");
            var sum = JsonDocument.Parse(record.GetProperty("after").GetString()!).RootElement;
            sum.GetProperty("count").GetInt32().ShouldBe(30);
        }

        var sums = Service.Services.GetRequiredService<RefusalSums>();
        for (var i = 0; i < 1_000; i++)
            sums.Note(
                Caller.Anonymous with
                {
                    Address = $"10.0.{i / 256}.{i % 256}",
                },
                new AuditEntry(Domain.Access.AuditKind.Refusal, $"query {i}", [])
            );
        records = [.. (await RecordsAsync(null, "REFUSAL")).Skip(2)];
        records.Count.ShouldBe(RefusalSums.MostKinds + 1);
        records
            .Sum(record =>
                JsonDocument.Parse(record.GetProperty("after").GetString()!).RootElement.GetProperty("count").GetInt32()
            )
            .ShouldBe(1_000);
    }

    [Fact]
    public async Task Refusals_of_a_signed_in_caller_are_recorded_one_by_one_at_first_and_then_as_sums()
    {
        const int requests = RefusalSums.MostAlone + 7;
        await Service.Services.GetRequiredService<RefusalSums>().FlushAsync(Cancellation);
        using var viewer = Service.As(Service.Token(Role.Viewer));
        for (var i = 0; i < requests; i++)
            await Service.AskAsync("{ accessTokens { nodes { name } } }", client: viewer);
        var records = await RecordsAsync("query", "REFUSAL");
        records.Count.ShouldBe(RefusalSums.MostAlone + 1);
        var sums = records.Where(record => record.GetProperty("after").ValueKind == JsonValueKind.String).ToList();
        var after = JsonDocument.Parse(sums.ShouldHaveSingleItem().GetProperty("after").GetString()!).RootElement;
        after.GetProperty("count").GetInt32().ShouldBe(requests - RefusalSums.MostAlone);
        records.Select(record => record.GetProperty("actor").GetString()).Distinct().ShouldHaveSingleItem();
        records.Select(record => record.GetProperty("subjects").ToString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reading_personal_data_is_recorded_with_whose_they_are()
    {
        var data = await Service.QueryAsync("{ staff(first: 2) { nodes { id position } } }", client: Service.Officer);
        var ids = data.GetProperty("staff")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("id").GetString());
        var record = (await RecordsAsync(null, "READ")).First(one => one.ToString().Contains("StaffMember"));
        record.GetProperty("subjects").ToString().ShouldBe("[\"StaffMember.position\"]");
        var read = JsonDocument
            .Parse(record.GetProperty("after").GetString()!)
            .RootElement.GetProperty("StaffMember.position");
        read.GetProperty("count").GetInt32().ShouldBe(2);
        read.GetProperty("ids").EnumerateArray().Select(id => id.GetString()).ShouldBe(ids, ignoreOrder: true);
        var before = (await RecordsAsync(null, "READ")).Count;
        await Service.QueryAsync("{ projects { nodes { owners { name } } } staff { nodes { name } } }");
        // But for this very reading of the audit trail.
        (await RecordsAsync(null, "READ")).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Filtering_and_sorting_by_personal_data_and_reading_of_drafts_are_readings_too()
    {
        string[] queries =
        [
            "{ staff(where: { position: { startsWith: \"ศึก\" } }) { totalCount } }",
            "{ staff(order: [{ position: ASC }]) { edges { cursor } } }",
            "{ projects(where: { owners: { some: { staffMember: { position: { contains: \"x\" } } } } }) { totalCount } }",
            "{ projects(first: 1) { nodes { ledger(where: { recordedBy: { startsWith: \"s\" } }) { totalCount } } } }",
            "{ projects(first: 1) { nodes { owners { name } } } }",
        ];
        foreach (var query in queries)
        {
            var before = await OfficersReadsAsync();
            await Service.QueryAsync(query, client: Service.Officer);
            (await OfficersReadsAsync()).ShouldBe(before + 1, query);
        }

        async Task<int> OfficersReadsAsync() =>
            (await RecordsAsync(null, "READ")).Count(record =>
                record.GetProperty("roles").ToString().Contains("OFFICER")
            );
    }

    [Fact]
    public async Task A_cursor_tells_nothing_of_the_row_that_it_stands_for()
    {
        var data = await Service.QueryAsync(
            "{ staff(first: 1) { nodes { name } pageInfo { endCursor } } }",
            client: Service.Officer
        );
        var staff = data.GetProperty("staff");
        var cursor = System.Buffers.Text.Base64Url.DecodeFromChars(
            staff.GetProperty("pageInfo").GetProperty("endCursor").GetString()!
        );
        System
            .Text.Encoding.UTF8.GetString(cursor)
            .ShouldNotContain(staff.GetProperty("nodes")[0].GetProperty("name").GetString()![..4]);
    }

    [Theory]
    [InlineData("UPDATE audit_records SET actor = 'x'")]
    [InlineData("DELETE FROM audit_records")]
    [InlineData("TRUNCATE audit_records")]
    [InlineData(
        "INSERT INTO audit_records (id, recorded_at, kind, actor, roles, action, subjects) VALUES (gen_random_uuid(), now(), 'WRITE', 'x', '{}', 'x', '{}')"
    )]
    [InlineData("UPDATE audit_chain SET hash = ''")]
    [InlineData("DELETE FROM audit_chain")]
    [InlineData("INSERT INTO audit_chain VALUES (999, 999, '')")]
    [InlineData("UPDATE audit_head SET position = 0")]
    [InlineData("DELETE FROM audit_unchained")]
    [InlineData("UPDATE access_tokens SET roles = '{ADMINISTRATOR}'")]
    [InlineData("DELETE FROM access_tokens")]
    [InlineData("ALTER TABLE audit_records DISABLE TRIGGER ALL")]
    [InlineData("SET session_replication_role = replica")]
    public async Task The_services_login_cannot_change_the_trail(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.Logins.Service);
        await using var command = source.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    [Theory]
    [InlineData(
        "UPDATE audit_records SET actor = 'x' WHERE number = (SELECT record_number FROM audit_chain WHERE position = 1)",
        "was changed"
    )]
    [InlineData(
        "UPDATE audit_records SET recorded_at = recorded_at + interval '1 second' WHERE number = (SELECT record_number FROM audit_chain WHERE position = 2)",
        "was changed"
    )]
    [InlineData(
        "UPDATE audit_records SET after = '[]' WHERE number = (SELECT record_number FROM audit_chain WHERE position = 3)",
        "was changed"
    )]
    [InlineData(
        "DELETE FROM audit_records WHERE number = (SELECT record_number FROM audit_chain WHERE position = 2)",
        "is missing"
    )]
    [InlineData(
        "DELETE FROM audit_records WHERE number = (SELECT record_number FROM audit_chain WHERE position = 2); DELETE FROM audit_chain WHERE position = 2",
        "is missing"
    )]
    [InlineData(
        "DELETE FROM audit_chain WHERE position = (SELECT max(position) FROM audit_chain)",
        "its end is missing"
    )]
    [InlineData(
        "DELETE FROM audit_records WHERE number = (SELECT max(number) FROM audit_records); DELETE FROM audit_chain WHERE position = (SELECT max(position) FROM audit_chain)",
        "its end is missing"
    )]
    [InlineData(
        "INSERT INTO audit_records (id, kind, actor, roles, action, subjects) VALUES (gen_random_uuid(), 'WRITE', 'x', '{}', 'x', '{}')",
        "beside the chain"
    )]
    [InlineData("UPDATE audit_chain SET hash = sha256('x') WHERE position = 2", "was changed")]
    [InlineData(
        "DELETE FROM audit_records; DELETE FROM audit_chain; DELETE FROM audit_unchained; UPDATE audit_head SET position = 0, hash = sha256('teacherdevplan'::bytea)",
        "is in no record"
    )]
    public async Task Verification_finds_what_was_changed_behind_its_back(string tampering, string fault)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        for (var i = 0; i < 4; i++)
            await Ledger.PayAsync(activities[0], 1);
        var clean = await VerifyAuditAsync();
        clean.Faults.ShouldBeEmpty();
        clean.Records.ShouldBeGreaterThanOrEqualTo(4);
        await Service.ExecuteSqlAsync($"SET session_replication_role = replica; {tampering}");
        (await VerifyAuditAsync()).Faults.ShouldContain(one => one.Contains(fault));
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_is_found_by_a_hash_that_was_written_down()
    {
        var head = (await VerifyAuditAsync()).Head;
        (await VerifyAuditAsync(head)).Faults.ShouldBeEmpty();
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE audit_records SET reason = 'x'; "
                + "INSERT INTO audit_unchained SELECT record_number FROM audit_chain; DELETE FROM audit_chain; "
                + "UPDATE audit_head SET position = 0, hash = sha256('teacherdevplan'::bytea)"
        );
        (await VerifyAuditAsync()).Faults.ShouldBeEmpty();
        (await VerifyAuditAsync(head)).Faults.ShouldHaveSingleItem().ShouldContain("never passed");
    }

    private Task<AuditVerdict> VerifyAuditAsync(string? expected = null) =>
        Service.Services.GetRequiredService<IAuditVerifier>().VerifyAsync(expected, [], Cancellation);

    private async Task<IReadOnlyList<JsonElement>> RecordsAsync(string? action, string? kind = null)
    {
        await Service.Services.GetRequiredService<RefusalSums>().FlushAsync(Cancellation);
        object? ofAction = action is null ? null : new { eq = action };
        object? ofKind = kind is null ? null : new { eq = kind };
        var data = await Service.QueryAsync(
            Log,
            new { where = new { action = ofAction, kind = ofKind } },
            Administrator
        );
        return [.. data.GetProperty("auditLog").GetProperty("nodes").EnumerateArray()];
    }
}
