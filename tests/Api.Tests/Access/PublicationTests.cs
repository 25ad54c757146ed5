using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// What is public is what belongs to published plans, as published. A longer run: DRAFTS=50; the same again: DRAFT_SEED=number of
/// the message.
/// </summary>
public sealed class PublicationTests(PlanService service) : PlanTests(service)
{
    private const int Requests = 150;
    private const string Publish = """
        mutation ($id: ID!, $dryRun: Boolean) { publishPlan(input: { planId: $id, dryRun: $dryRun }) {
            developmentPlan { title published waitsSince }
            report { outcome published rowsChanged findings { errors } } errors { __typename ... on Error { message } } } }
        """;

    private static readonly string[] Strangers =
    [
        "nobody",
        "viewer",
        "plan officer elsewhere",
        "budget officer elsewhere",
    ];

    private static int Seed { get; } = Setting("DRAFT_SEED") ?? Random.Shared.Next();

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
        var (published, drafts) = (0, Setting("DRAFTS") ?? 5);
        for (var i = 0; published < drafts && i < 4 * drafts; i++)
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
            Different(expected, await PublicAnswers.AllAsync(Service, "viewer")).ShouldBeEmpty($"{Seed + i}");
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

    [Fact]
    public async Task A_plan_that_goes_back_to_draft_takes_what_only_it_states_with_it()
    {
        var next = Sample();
        next["developmentPlan"]!["fiscalYear"] = 2567;
        next["strategicPlan"]!["firstFiscalYear"] = 2567;
        next["office"]!["orgUnits"]!.AsArray().Add(JsonNode.Parse("""{ "number": 90, "name": "หน่วยใหม่" }"""));
        await ImportAsync(next, publish: true);
        (await CountsAsync()).ShouldBe("2 12 2 1");
        foreach (var project in next["developmentPlan"]!["projects"]!.AsArray())
            project!["status"] = "DRAFT";
        await ImportAsync(next, publish: true);
        (await CountsAsync()).ShouldBe("1 11 1 1");
        var only = Sample();
        foreach (var project in only["developmentPlan"]!["projects"]!.AsArray())
            project!["status"] = "SUBMITTED";
        await ImportAsync(only, publish: true);
        (await CountsAsync()).ShouldBe("0 0 0 0");

        async Task<string> CountsAsync()
        {
            var data = await Service.QueryAsync(
                "{ a: strategicPlans { totalCount } b: orgUnits { totalCount } c: developmentPlans { totalCount } d: offices { totalCount } }"
            );
            return string.Join(
                ' ',
                data.EnumerateObject().Select(one => one.Value.GetProperty("totalCount").GetInt32())
            );
        }
    }

    [Fact]
    public async Task What_waits_is_seen_by_its_office_and_published_by_those_who_may()
    {
        var file = Sample();
        file["developmentPlan"]!["title"] = "ชื่อใหม่";
        using var officer = Service.ClientOf("plan officer");
        const string import =
            "mutation ($content: String!, $publish: Boolean) { importPlan(input: { content: $content, publish: $publish }) { "
            + "developmentPlan { id title } report { outcome published } } }";
        var content = file.ToJsonString();
        Service.Changed();
        PlanService
            .CodeOf(await Service.AskAsync(import, new { content, publish = true }, officer))
            .ShouldBe("AUTH_NOT_AUTHORIZED");
        var data = await Service.QueryAsync(import, new { content }, officer);
        data.ToString().ShouldNotContain("ชื่อใหม่");
        data.ToString().ShouldContain("""{"outcome":"UPDATED","published":false}""");
        var id = data.GetProperty("importPlan").GetProperty("developmentPlan").GetProperty("id").GetString();

        const string waits =
            "{ developmentPlans(where: { waitsSince: { neq: null } }) { nodes { published waitsSince } } }";
        foreach (var name in Somebody.All.Keys)
        {
            using var client = Service.ClientOf(name);
            var seen = (await Service.QueryAsync(waits, client: client))
                .GetProperty("developmentPlans")
                .GetProperty("nodes");
            seen.GetArrayLength().ShouldBe(Sees(name) ? 1 : 0, name);
        }

        using var approver = Service.ClientOf("approver");
        var rehearsed = await Service.QueryAsync(Publish, new { id, dryRun = true }, approver);
        rehearsed.ToString().ShouldContain("""{"title":"ชื่อใหม่","published":true,"waitsSince":null}""");
        (await Service.QueryAsync("{ developmentPlans { nodes { title } } }")).ToString().ShouldNotContain("ชื่อใหม่");
        (await Service.QueryAsync(Publish, new { id }, approver)).ToString().ShouldContain("\"outcome\":\"UPDATED\"");
        (await Service.QueryAsync("{ developmentPlans { nodes { title } } }")).ToString().ShouldContain("ชื่อใหม่");
        (await Service.QueryAsync(Publish, new { id }, approver)).ToString().ShouldContain("\"outcome\":\"UNCHANGED\"");
        using var both = Service.As(Service.Token([Role.PlanOfficer, Role.Approver], [PlanService.Office]));
        (await Service.QueryAsync(import, new { content = Sample().ToJsonString(), publish = true }, both))
            .ToString()
            .ShouldContain("\"published\":true");
    }

    [Fact]
    public async Task Topics_of_a_few_persons_and_passages_that_were_not_read_are_for_the_office_and_the_ministry()
    {
        var file = Sample();
        file["needsSurveys"]![0]!["topics"]![0]!["demand"] = 4;
        await ImportAsync(file, publish: true);
        await Service.ExecuteSqlAsync(
            "INSERT INTO plan_readings (plan_id, lines, unread) SELECT id, 1, "
                + """'[{"firstLine": 1, "lastLine": 1, "lines": 1, "reason": "OUT_OF_PLACE", "text": "secret"}]' FROM development_plans"""
        );
        const string topics =
            "{ offices { nodes { needsSurveys { respondents withheldTopics topics { number demand demandSource { rawText } } } } } "
            + "few: offices(where: { needsSurveys: { some: { topics: { some: { demand: { lt: 5 } } } } } }) { totalCount } }";
        const string passage = "{ developmentPlans { nodes { reading { unread { lines reason text } } } } }";
        const string search =
            "{ developmentPlans(where: { reading: { unread: { some: { text: { contains: \"secret\" } } } } }) { totalCount } }";
        var number = file["needsSurveys"]![0]!["topics"]!.AsArray().Count;
        foreach (var name in Somebody.All.Keys)
        {
            using var client = Service.ClientOf(name);
            var data = await Service.QueryAsync(topics, client: client);
            var survey = data.GetProperty("offices").GetProperty("nodes")[0].GetProperty("needsSurveys")[0];
            survey.GetProperty("withheldTopics").GetInt32().ShouldBe(1);
            survey.GetProperty("topics").GetArrayLength().ShouldBe(Sees(name) ? number : number - 1, name);
            data.GetProperty("few").GetProperty("totalCount").GetInt32().ShouldBe(Sees(name) ? 1 : 0, name);
            var read = await Service.AskAsync(passage, client: client);
            read.ToString().Contains("secret", StringComparison.Ordinal).ShouldBe(Sees(name), name);
            PlanService.CodeOf(read).ShouldBe(name == "nobody" ? "AUTH_NOT_AUTHENTICATED" : null, name);
        }
    }

    [Fact]
    public async Task Text_that_looks_like_personal_data_is_a_finding_for_the_office_before_it_is_published()
    {
        var file = Sample();
        file["developmentPlan"]!["fiscalYear"] = 2567;
        file["developmentPlan"]!["projects"]![0]!["venue"] =
            "โทร. ๐๘๑-๒๓๔ ๕๖๗๘ อีเมล somchai@example.go.th เลขที่ 1-1037-02071-81-1";
        var drafted = (await TryImportAsync(file, publish: false))!;
        const string found =
            "{ findings(where: { rule: { in: [\"CITIZEN_ID\", \"TELEPHONE_NUMBER\", \"EMAIL_ADDRESS\"] } }) { totalCount nodes { statedValue location } } }";
        foreach (var isPublished in new[] { false, true })
        {
            if (isPublished)
                (await PublishAsync(drafted)).GetProperty("published").GetBoolean().ShouldBeTrue();
            foreach (var name in Somebody.All.Keys)
            {
                using var client = Service.ClientOf(name);
                var findings = (await Service.QueryAsync(found, client: client)).GetProperty("findings");
                findings.GetProperty("totalCount").GetInt32().ShouldBe(Sees(name) ? 3 : 0, name);
            }
        }
    }

    /// <summary>Whether somebody sees everything of the sample's office.</summary>
    private static bool Sees(string name) =>
        name is not ("nobody" or "viewer") && !name.EndsWith("elsewhere", StringComparison.Ordinal);

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
        var answer = (await Service.QueryAsync(Publish, new { id }, ministry)).GetProperty("publishPlan");
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

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
