using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>What becomes of a finding, told with the rule ACTIVITY_ROW_SUM.</summary>
public sealed class FindingTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Fields =
        "id rule severity message location place statedValue computedValue status statusReason statusChangedBy source { line } "
        + "subject { id __typename ... on Activity { number printed { total } } }";

    private readonly HttpClient officer = service.As(service.Token(Role.PlanOfficer));

    [Fact]
    public async Task An_import_finds_it_and_it_stays_the_same_finding()
    {
        await ImportAsync(9000);
        var found = await FindingAsync();
        found.GetProperty("status").GetString().ShouldBe("OPEN");
        found.GetProperty("severity").GetString().ShouldBe("ERROR");
        found.GetProperty("subject").GetProperty("__typename").GetString().ShouldBe("Activity");
        found.GetProperty("statedValue").GetString()!.ShouldStartWith("9,000");
        (await ImportAsync(9000)).ShouldBe(0);
        await ImportAsync(8000);
        var changed = await FindingAsync();
        changed.GetProperty("id").GetString().ShouldBe(found.GetProperty("id").GetString());
        changed.GetProperty("statedValue").GetString()!.ShouldStartWith("8,000");

        await ImportAsync(5000);
        var resolved = await FindingAsync();
        resolved.GetProperty("status").GetString().ShouldBe("RESOLVED");
        resolved.GetProperty("statusChangedBy").GetString().ShouldBe("system");
        await ImportAsync(9000);
        var again = await FindingAsync();
        again.GetProperty("status").GetString().ShouldBe("OPEN");
        again.GetProperty("id").GetString().ShouldBe(found.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Every_rule_is_told_in_the_language_of_the_request()
    {
        await ImportAsync(9000);
        using var thai = Service.As(null);
        thai.DefaultRequestHeaders.AcceptLanguage.ParseAdd("th");
        const string query =
            "{ findingRules { rule name meaning severity } findings(first: 100) { nodes { rule severity } } }";
        var english = await Service.QueryAsync(query);
        var told = await Service.QueryAsync(query, client: thai);
        var severities = english
            .GetProperty("findingRules")
            .EnumerateArray()
            .ToDictionary(
                rule => rule.GetProperty("rule").GetString()!,
                rule => rule.GetProperty("severity").GetString()
            );
        foreach (var finding in english.GetProperty("findings").GetProperty("nodes").EnumerateArray())
        {
            severities[finding.GetProperty("rule").GetString()!].ShouldBe(finding.GetProperty("severity").GetString());
        }

        foreach (
            var (one, other) in english
                .GetProperty("findingRules")
                .EnumerateArray()
                .Zip(told.GetProperty("findingRules").EnumerateArray())
        )
        {
            other.GetProperty("rule").GetString().ShouldBe(one.GetProperty("rule").GetString());
            foreach (var text in (string[])["name", "meaning"])
            {
                one.GetProperty(text).GetString()!.Any(IsThai).ShouldBeFalse(text);
                other.GetProperty(text).GetString()!.Any(IsThai).ShouldBeTrue(text);
            }
        }

        static bool IsThai(char letter) => letter is >= '\u0E00' and <= '\u0E7F';
    }

    [Fact]
    public async Task An_accepted_finding_stays_accepted_until_other_values_are_found()
    {
        await ImportAsync(9000);
        var accepted = await AcceptAsync(await IdAsync(), "ตามต้นฉบับ");
        accepted.GetProperty("finding").GetProperty("status").GetString().ShouldBe("ACCEPTED");
        accepted.GetProperty("finding").GetProperty("statusReason").GetString().ShouldBe("ตามต้นฉบับ");
        await ImportAsync(9000);
        (await FindingAsync()).GetProperty("status").GetString().ShouldBe("ACCEPTED");
        await ImportAsync(8000);
        var open = await FindingAsync();
        open.GetProperty("status").GetString().ShouldBe("OPEN");
        open.GetProperty("statusReason").ValueKind.ShouldBe(JsonValueKind.Null);
        await ImportAsync(5000);
        (await AcceptAsync(await IdAsync(), "x")).Kind().ShouldBe("InvalidStateError");
        (await AcceptAsync(await IdAsync(), " ")).Kind().ShouldBe("ValidationError");
        (await AcceptAsync("x", "x")).Kind().ShouldBe("NotFoundError");
    }

    [Fact]
    public async Task Taking_what_was_computed_changes_the_plan_and_resolves_the_finding()
    {
        (await Service.ApplyAsync(DocumentFile.Of(Service))).Succeeded.ShouldBeTrue();
        await ApplyDocumentAsync(9000);
        var before = await SourcesAsync();
        var id = await IdAsync();
        (await FindingAsync()).GetProperty("source").GetProperty("line").GetInt32().ShouldBeGreaterThan(0);
        var rehearsed = await ResolveAsync(id, "COMPUTED", "ผลรวม", dryRun: true);
        rehearsed.GetProperty("finding").GetProperty("status").GetString().ShouldBe("RESOLVED");
        (await FindingAsync()).GetProperty("status").GetString().ShouldBe("OPEN");

        var resolved = (await ResolveAsync(id, "COMPUTED", "ผลรวม")).GetProperty("finding");
        resolved.GetProperty("status").GetString().ShouldBe("RESOLVED");
        resolved.GetProperty("statusReason").GetString().ShouldBe("ผลรวม");
        resolved.GetProperty("statusChangedBy").GetString().ShouldBe("local:somebody");
        resolved.GetProperty("subject").GetProperty("printed").GetProperty("total").GetDecimal().ShouldBe(5000);
        (await SourcesAsync()).ShouldBe(before, "what is printed is still printed there");
        (await ResolveAsync(id, "COMPUTED", null)).Kind().ShouldBe("InvalidStateError");

        using var administrator = Service.ClientOf("administrator");
        var log = await Service.QueryAsync(
            "{ auditLog(where: { action: { eq: \"resolveFinding\" } }) { nodes { before after reason subjects } } }",
            client: administrator
        );
        var record = log.GetProperty("auditLog").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
        record.GetProperty("before").GetString()!.ShouldContain("OPEN");
        record.GetProperty("after").GetString()!.ShouldContain("RESOLVED");
        record.GetProperty("reason").GetString().ShouldBe("ผลรวม");
    }

    [Fact]
    public async Task A_side_that_cannot_be_taken_is_refused_with_what_to_do_instead()
    {
        await ImportAsync(9000);
        var refused = await ResolveAsync(await IdAsync(), "STATED", null);
        refused.Kind().ShouldBe("InvalidStateError");
        refused.Error().GetProperty("message").GetString()!.ShouldContain("accept the finding");
        (await ResolveAsync("x", "STATED", null)).Kind().ShouldBe("NotFoundError");
    }

    [Fact]
    public async Task A_plan_is_checked_wherever_it_came_from()
    {
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE activities SET printed_total = 9000 WHERE id = "
                + "(SELECT a.id FROM activities a JOIN projects p ON p.id = a.project_id WHERE p.number = 1 AND a.position = 0)"
        );
        var found = await CheckAsync();
        found.GetProperty("added").GetInt32().ShouldBe(1);
        found.GetProperty("findings").GetProperty("errors").GetInt32().ShouldBeGreaterThan(0);
        found.GetProperty("developmentPlan").GetProperty("fiscalYear").GetInt32().ShouldBe(2566);
        var again = await CheckAsync();
        again.GetProperty("added").GetInt32().ShouldBe(0);
        again.GetProperty("resolved").GetInt32().ShouldBe(0);
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE activities SET printed_total = 5000 WHERE printed_total = 9000"
        );
        (await ResolveAsync(await IdAsync(), "COMPUTED", null)).Error().ToString().ShouldContain("checkPlan");
        (await CheckAsync()).GetProperty("resolved").GetInt32().ShouldBe(1);
        (await FindingAsync()).GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    [Fact]
    public async Task It_is_told_in_the_language_of_the_request_and_found_by_its_english_text()
    {
        await ImportAsync(9000);
        const string query =
            "{ findings(where: { rule: { eq: \"ACTIVITY_ROW_SUM\" }, message: { contains: \"9,000\" }, place: { startsWith: \"project 1/\" } }) "
            + "{ nodes { message location } } }";
        (await AskInAsync(query, "en")).ShouldContain("activity 1");
        (await AskInAsync(query, "th")).ShouldContain("กิจกรรม");
    }

    [Fact]
    public async Task Findings_of_withheld_numbers_and_of_drafts_are_their_offices_own()
    {
        await ImportAsync(9000, project => project["status"] = "DRAFT");
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO findings (id, plan_id, rule, place, severity, message_en, message_th, location_en, location_th, status, withheld)
            SELECT gen_random_uuid(), id, 'X', 'secret', 'ERROR', '', '', '', '', 'OPEN', true FROM development_plans
            """
        );
        const string query =
            "{ findings(where: { or: [{ place: { eq: \"secret\" } }, { place: { startsWith: \"project 1/activity 1/\" } }] }) { totalCount } }";
        (await Service.QueryAsync(query)).ToString().ShouldContain(":0}");
        (await Service.QueryAsync(query, client: officer)).ToString().ShouldNotContain(":0}");
    }

    /// <summary>The sample, with another total in the first row; how many rows changed.</summary>
    private async Task<int> ImportAsync(decimal total, Action<JsonNode>? change = null)
    {
        var file = Sample();
        var project = file["developmentPlan"]!["projects"]![0]!;
        project["activities"]![0]!["total"] = total;
        change?.Invoke(project);
        return (await Service.ImportAsync(Bytes(file))).Value.RowsChanged;
    }

    private async Task ApplyDocumentAsync(decimal total)
    {
        var file = DocumentFile.Of(Service);
        var (plan, project) = (file.DevelopmentPlan, file.DevelopmentPlan.Projects[0]);
        var activity = project.Activities[0];
        var changed = file.Sources.Follow(activity, activity with { Total = total });
        var around = file.Sources.Follow(
            project,
            project with
            {
                Activities = [changed, .. project.Activities.Skip(1)],
            }
        );
        var edited = file.Sources.Follow(plan, plan with { Projects = [around, .. plan.Projects.Skip(1)] });
        (await Service.ApplyAsync(file with { DevelopmentPlan = edited })).Succeeded.ShouldBeTrue();
    }

    private async Task<JsonElement> FindingAsync()
    {
        var data = await Service.QueryAsync(
            $"{{ findings(where: {{ rule: {{ eq: \"ACTIVITY_ROW_SUM\" }}, place: {{ startsWith: \"project 1/activity 1/\" }} }}) {{ nodes {{ {Fields} }} }} }}",
            client: officer
        );
        return data.GetProperty("findings").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
    }

    private async Task<string> IdAsync() => (await FindingAsync()).GetProperty("id").GetString()!;

    private Task<JsonElement> AcceptAsync(string findingId, string reason) =>
        SendAsync("acceptFinding", "AcceptFindingInput", new { findingId, reason }, $"finding {{ {Fields} }}");

    private Task<JsonElement> ResolveAsync(string findingId, string take, string? reason, bool dryRun = false) =>
        SendAsync(
            "resolveFinding",
            "ResolveFindingInput",
            new
            {
                findingId,
                take,
                reason,
                dryRun,
            },
            $"finding {{ {Fields} }}"
        );

    private async Task<JsonElement> CheckAsync() =>
        await SendAsync(
            "checkPlan",
            "CheckPlanInput",
            new { planId = await Service.PlanIdAsync() },
            "developmentPlan { fiscalYear } findings { errors warnings infos } added reopened resolved"
        );

    private async Task<JsonElement> SendAsync(string mutation, string type, object input, string result)
    {
        Service.Changed();
        var query =
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {result} errors {{ __typename ... on Error {{ message }} }} }} }}";
        return (await Service.QueryAsync(query, new { input }, officer)).GetProperty(mutation);
    }

    private async Task<string> SourcesAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Service.ConnectionString);
        await using var count = source.CreateCommand("SELECT count(*) || ' ' || sum(line) FROM sources");
        return (string)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<string> AskInAsync(string query, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
