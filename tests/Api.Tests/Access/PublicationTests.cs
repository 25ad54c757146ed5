using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using TeacherDevPlan.Api.Tests.Reads;
using TeacherDevPlan.Application.Plans.Importing;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// What is public is what belongs to published plans, as published. A longer run: DRAFTS=50; the same again: DRAFT_SEED=number of
/// the message.
/// </summary>
public sealed class PublicationTests(PlanService service) : PlanTests(service)
{
    private const int Requests = 150;
    private const string Importer = "system";
    private const string Approver = "local:somebody";

    private static readonly string[] Strangers =
    [
        "nobody",
        "viewer",
        "plan officer elsewhere",
        "budget officer elsewhere",
    ];

    private static int Seed { get; } = ReadPropertyTests.Setting("DRAFT_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task An_office_with_drafts_only_changes_no_answer_to_any_request_of_others()
    {
        await DatabaseState.KeepAsync(Service);
        var file = Sample();
        file["office"]!["code"] = "TH-10-S1";
        file["office"]!["kind"] = "SECONDARY";
        file["datasets"]![3]!["personalData"] = true;
        await ImportAsync(file, publish: false);
        var other = ChangedPlanFile.Of(file, new Random(Seed));
        other["developmentPlan"]!["fiscalYear"] = 2567;
        await TryImportAsync(other, publish: false);
        var requests = await PublicAnswers.AnyRequestsAsync(Service, Requests, Seed);
        string[] callers = [.. Strangers, "plan officer", "approver"];
        var (with, all) = (await AskAsync(requests, callers), await PublicAnswers.AllAsync(Service, "viewer"));
        await DatabaseState.RestoreAsync(Service);
        Different(with, await AskAsync(requests, callers)).ShouldBeEmpty();
        Different(all, await PublicAnswers.AllAsync(Service, "viewer")).ShouldBeEmpty();
        (await Service.QueryAsync("{ offices { totalCount } }"))
            .ToString()
            .ShouldBe("""{"offices":{"totalCount":1}}""");
    }

    [Fact]
    public async Task A_draft_changes_no_public_answer_until_it_is_published_and_then_as_if_it_had_been_at_once()
    {
        var (published, drafts) = (0, ReadPropertyTests.Setting("DRAFTS") ?? 3);
        for (var i = 0; published < drafts && i < 20 * drafts; i++)
        {
            var dice = new Random(Seed + i);
            await Service.WithoutDataAsync();
            await ImportAsync(Sample(), publish: true);
            if (dice.Next(2) == 0)
                await TryImportAsync(Of(dice, 2567), publish: true);
            await DatabaseState.KeepAsync(Service);
            var draft = Of(dice, 2566 + dice.Next(3));
            if (await TryImportAsync(draft, publish: true) is not { } direct)
                continue;
            var expected = await PublicAnswers.AllAsync(Service, "viewer");
            await DatabaseState.RestoreAsync(Service);

            var requests = await PublicAnswers.AnyRequestsAsync(Service, Requests / drafts, Seed + i);
            var (before, all) = (await AskAsync(requests, Strangers), await PublicAnswers.AllAsync(Service, "viewer"));
            var drafted = (await TryImportAsync(draft, publish: false))!;
            drafted.Published.ShouldBe(drafted.RowsChanged == 0 && direct.Published, $"{Seed + i}");
            Different(before, await AskAsync(requests, Strangers)).ShouldBeEmpty($"{Seed + i}");
            Different(all, await PublicAnswers.AllAsync(Service, "viewer")).ShouldBeEmpty($"{Seed + i}");
            (await TryImportAsync(draft, publish: false))!.RowsChanged.ShouldBe(0, $"{Seed + i}");

            var report = await PublishAsync(drafted);
            (await ConsistentAsync()).ShouldBeTrue();
            if (report.ValueKind == JsonValueKind.Null)
                direct.Published.ShouldBeFalse($"{Seed + i}");
            else
                report.GetProperty("published").GetBoolean().ShouldBe(direct.Published, $"{Seed + i}");
            Different(expected, await PublishedByAsync(Importer)).ShouldBeEmpty($"{Seed + i}");
            published++;
        }

        published.ShouldBe(drafts, "most changed files can be imported");
    }

    [Fact]
    public async Task Drafts_and_publications_at_once_leave_public_what_published_plans_state()
    {
        await ImportAsync(Sample(), publish: true);
        var files = Enumerable
            .Range(0, 9)
            .Select(i => (File: Of(new Random(Seed + i), 2566 + (i % 3)), Publish: i % 2 == 0));
        await Task.WhenAll(
            files.Select(async one =>
            {
                if (await TryImportAsync(one.File, one.Publish) is { Published: false } draft)
                    await PublishAsync(draft);
            })
        );
        (await ConsistentAsync()).ShouldBeTrue($"{Seed}");
    }

    private static JsonNode Of(Random dice, int fiscalYear)
    {
        var file = ChangedPlanFile.Of(Sample(), dice);
        file["developmentPlan"]!["fiscalYear"] = fiscalYear;
        return file;
    }

    private Task<IReadOnlyList<string>> AskAsync(
        IReadOnlyList<(string Query, object Variables)> requests,
        params string[] callers
    ) => PublicAnswers.AskAsync(Service, requests, callers);

    /// <summary>
    /// The answers with another name for the approver who published: entries of the ledger name who made them, which
    /// is the importer where a file is published at once.
    /// </summary>
    private async Task<IReadOnlyList<string>> PublishedByAsync(string name) =>
        [
            .. (await PublicAnswers.AllAsync(Service, "viewer")).Select(answer =>
                answer.Replace(Approver, name, StringComparison.Ordinal)
            ),
        ];

    /// <summary>The first few answers that differ.</summary>
    private static IEnumerable<string> Different(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.Count != after.Count
            ? before.Except(after).Concat(after.Except(before)).Take(4).Prepend($"{before.Count} became {after.Count}")
            : before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => $"{pair}").Take(3);

    private async Task<ImportReport> ImportAsync(JsonNode file, bool publish) =>
        (await Service.ImportAsync(Bytes(file), publish)).Value;

    /// <summary>Null for a file that is refused.</summary>
    private async Task<ImportReport?> TryImportAsync(JsonNode file, bool publish) =>
        await Service.ImportAsync(Bytes(file), publish) is { Succeeded: true } imported ? imported.Value : null;

    /// <summary>The report; null where nothing is approved.</summary>
    private async Task<JsonElement> PublishAsync(ImportReport draft)
    {
        using var ministry = Service.ClientOf("approver of the ministry");
        var id = new Application.Common.Querying.NodeId("DevelopmentPlan", draft.PlanId).ToString();
        var answer = (await Service.QueryAsync(PublishPlanTests.Publish, new { id }, ministry)).GetProperty(
            "publishPlan"
        );
        if (answer.GetProperty("errors").ValueKind != JsonValueKind.Null)
            answer.GetProperty("errors").ToString().ShouldContain("No project of the plan is approved");
        return answer.GetProperty("report");
    }

    /// <summary>Whether what is public is what the published plans state, and only published plans have public projects.</summary>
    private async Task<bool> ConsistentAsync()
    {
        const string shown =
            "SELECT (SELECT string_agg(id::text, ' ' ORDER BY id) FROM (SELECT id, published FROM offices UNION ALL SELECT id, published "
            + "FROM org_units UNION ALL SELECT id, published FROM strategic_plans UNION ALL SELECT id, published FROM strategies) x "
            + "WHERE published), (SELECT count(*) FROM development_plans p WHERE published <> EXISTS (SELECT FROM projects WHERE "
            + "plan_id = p.id AND status NOT IN ('DRAFT', 'SUBMITTED')))";
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var now = await ReadAsync();
        await using (var again = new NpgsqlCommand("SELECT show_published(code) FROM offices", connection))
            await again.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return now.Unlike == 0 && now == await ReadAsync();

        async Task<(string Shown, long Unlike)> ReadAsync()
        {
            await using var command = new NpgsqlCommand(shown, connection);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            await reader.ReadAsync(TestContext.Current.CancellationToken);
            return (reader.IsDBNull(0) ? "" : reader.GetString(0), reader.GetInt64(1));
        }
    }
}
