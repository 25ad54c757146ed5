using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests.Plans;

public sealed class ImportPlanMutationTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Mutation = """
        mutation ($content: String!, $dryRun: Boolean) { importPlan(input: { content: $content, dryRun: $dryRun }) {
            developmentPlan { fiscalYear title projects { totalCount } }
            report { outcome rowsChanged projects activities indicators datasets lines linesUsed unread { reason }
              findings { errors warnings infos } }
            errors { __typename ... on Error { message code } ... on ValidationError { field }
              ... on PlanFileRefusedError { unlistedFaults faults { path message } } } } }
        """;

    private readonly HttpClient officer = service.As(service.Token(Role.PlanOfficer));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_year_is_another_plan()
    {
        var file = Sample();
        var again = await ImportAsync(file.ToJsonString());
        again.GetProperty("report").GetProperty("outcome").GetString().ShouldBe("UNCHANGED");
        again.GetProperty("report").GetProperty("rowsChanged").GetInt32().ShouldBe(0);
        again.GetProperty("report").GetProperty("lines").ValueKind.ShouldBe(JsonValueKind.Null);
        file["developmentPlan"]!["fiscalYear"] = 2567;
        var created = await ImportAsync(file.ToJsonString());
        created.GetProperty("report").GetProperty("outcome").GetString().ShouldBe("CREATED");
        created.GetProperty("report").GetProperty("projects").GetInt32().ShouldBe(10);
        created.GetProperty("developmentPlan").GetProperty("fiscalYear").GetInt32().ShouldBe(2567);
        created.Refused().ShouldBeFalse();
    }

    [Fact]
    public async Task An_exported_file_changes_nothing_and_is_only_for_plan_officers_of_the_office()
    {
        var exported = await ExportAsync(officer);
        var content = exported.GetProperty("data").GetProperty("exportPlan").GetProperty("content").GetString()!;
        var again = await ImportAsync(content);
        again.GetProperty("report").GetProperty("outcome").GetString().ShouldBe("UNCHANGED");
        var other = Service.As(Service.Token(Role.PlanOfficer, "TH-55-P1"));
        PlanService.CodeOf(await ExportAsync(other)).ShouldBe("AUTH_NOT_AUTHORIZED");
    }

    private async Task<JsonElement> ExportAsync(HttpClient client) =>
        await Service.AskAsync(
            $"mutation {{ exportPlan(input: {{ planId: \"{await Service.PlanIdAsync()}\" }}) {{ content errors {{ __typename }} }} }}",
            client: client
        );

    [Fact]
    public async Task A_dry_run_shows_what_would_be_and_changes_nothing()
    {
        var file = Sample();
        file["developmentPlan"]!["title"] = "ชื่อใหม่";
        file["developmentPlan"]!["projects"]!.AsArray().RemoveAt(9);
        var rehearsed = await ImportAsync(file.ToJsonString(), dryRun: true);
        rehearsed.Refused().ShouldBeFalse();
        rehearsed.GetProperty("report").GetProperty("outcome").GetString().ShouldBe("UPDATED");
        rehearsed
            .GetProperty("developmentPlan")
            .ToString()
            .ShouldBe("""{"fiscalYear":2566,"title":"ชื่อใหม่","projects":{"totalCount":9}}""");
        (await Service.QueryAsync("{ projects { totalCount } }")).ToString().ShouldContain("10");
        (await ImportAsync(Sample().ToJsonString())).ToString().ShouldContain("UNCHANGED");
    }

    [Fact]
    public async Task A_refused_file_names_every_fault_and_changes_nothing_in_a_dry_run_too()
    {
        var file = Sample();
        file["developmentPlan"]!["projects"]![0]!["strategy"] = 9;
        file["office"]!["unknown"] = 1;
        foreach (var dryRun in new[] { true, false })
        {
            var refused = await ImportAsync(file.ToJsonString(), dryRun);
            refused.Kind().ShouldBe("PlanFileRefusedError");
            refused
                .Error()
                .GetProperty("faults")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString())
                .ShouldBe(["/office/unknown", "/developmentPlan/projects/0/strategy"], ignoreOrder: true);
            refused.GetProperty("report").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        (await ImportAsync("แผน")).Error().ToString().ShouldContain("names no office in full");
        (await ImportAsync("")).Error().GetProperty("field").GetString().ShouldBe("content");
        (await ImportAsync(Sample().ToJsonString())).ToString().ShouldContain("UNCHANGED");
    }

    [Theory]
    [InlineData("wrong items")]
    [InlineData("unknown members")]
    [InlineData("equal items")]
    [InlineData("inexact amounts")]
    public async Task Sixty_thousand_faults_are_a_hundred_and_a_number(string kind)
    {
        const int count = 60_000;
        var file = Sample();
        var unknown = Enumerable.Range(0, kind == "unknown members" ? count : 0);
        foreach (var i in unknown)
            file["office"]![$"x{i}"] = 1;
        if (kind is "wrong items" or "equal items")
            file["office"]!["districts"] = Repeated(kind == "wrong items" ? "7" : "\"อำเภอ\"");
        if (kind == "inexact amounts")
            file["developmentPlan"]!["projects"]![0]!["activities"] = Repeated(
                """{"number": "1", "name": "a", "q1": 0.001}"""
            );
        var refused = (await ImportAsync(file.ToJsonString(), dryRun: true)).Error();
        refused.GetProperty("faults").GetArrayLength().ShouldBe(100);
        refused.GetProperty("unlistedFaults").GetInt32().ShouldBe(900);
        refused.GetProperty("message").GetString()!.ShouldContain("1,000 errors or more; the first 100");
        refused.ToString().Length.ShouldBeLessThan(100_000);

        static JsonNode Repeated(string item) =>
            JsonNode.Parse($"[{string.Join(',', Enumerable.Repeat(item, count))}]")!;
    }

    [Fact]
    public async Task Faults_repeat_little_of_the_file()
    {
        var file = Sample();
        file["office"]![new string('x', 100_000)] = 1;
        file["office"]!["districts"] = JsonNode.Parse($"[\"{new string('ก', 900)}\", \"{new string('ก', 900)}\"]");
        var refused = (await ImportAsync(file.ToJsonString(), dryRun: true)).Error();
        refused.GetProperty("faults").GetArrayLength().ShouldBe(2);
        refused.GetProperty("unlistedFaults").GetInt32().ShouldBe(0);
        refused.ToString().Length.ShouldBeLessThan(5_000);
    }

    [Fact]
    public async Task A_file_is_not_read_for_those_who_may_not_import_it()
    {
        using var elsewhere = Service.ClientOf("plan officer elsewhere");
        var file = Sample();
        file["office"]!["unknown"] = 1;
        var refused = await Service.ErrorAsync(Mutation, new { content = file.ToJsonString() }, elsewhere);
        refused.ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
    }

    [Fact]
    public async Task Imports_of_one_caller_run_one_after_the_other_and_few_wait()
    {
        var turns = Service.Services.GetRequiredService<IImportTurns>();
        var first = await turns.WaitAsync("a", Cancellation);
        var waiting = Enumerable.Range(0, 8).Select(_ => turns.WaitAsync("a", Cancellation).AsTask()).ToList();
        waiting.ShouldAllBe(turn => !turn.IsCompleted);
        (await Should.ThrowAsync<QueryRefusedException>(turns.WaitAsync("a", Cancellation).AsTask())).Code.ShouldBe(
            "TOO_MANY_IMPORTS"
        );
        // Others wait for the processor only.
        var neighbour = await turns.WaitAsync("b", Cancellation);
        var third = turns.WaitAsync("c", Cancellation).AsTask();
        third.IsCompleted.ShouldBeFalse();
        neighbour.Dispose();
        (await third).Dispose();
        first.Dispose();
        foreach (var turn in waiting)
            (await turn).Dispose();
    }

    [Fact]
    public async Task A_file_that_plans_less_than_was_paid_is_refused()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 1000);
        var file = Sample();
        file["developmentPlan"]!["projects"]![0]!["activities"]![0]!["q3"] = 999;
        var refused = await ImportAsync(file.ToJsonString());
        refused.Kind().ShouldBe("PlanFileRefusedError");
        refused.ToString().ShouldContain("would plan less than is committed and paid");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4000);
    }

    [Fact]
    public async Task Another_offices_plan_is_not_for_its_neighbour()
    {
        using var elsewhere = Service.ClientOf("plan officer elsewhere");
        var error = await Service.ErrorAsync(Mutation, new { content = Sample().ToJsonString() }, elsewhere);
        error.ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        error.ToString().ShouldContain("TH-43-P2");
    }

    [Fact]
    public async Task Five_megabytes_of_Thai_pass_also_as_escapes_for_those_who_are_signed_in()
    {
        var file = Sample();
        var note = new string('ก', 1_500_000);
        var content = file.ToJsonString()
            .Replace("\"formatVersion\"", $"\"unknown\": \"{note}\", \"formatVersion\"", StringComparison.Ordinal);
        content = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(content));
        var escaped = JsonSerializer.Serialize(new { query = Mutation, variables = new { content } });
        escaped.Length.ShouldBeGreaterThan(9_000_000);
        using var passed = await SendAsync(officer, escaped);
        (await passed.Content.ReadAsStringAsync(Cancellation)).ShouldContain("/unknown");

        using var tooLarge = await SendAsync(Service.Client, escaped);
        tooLarge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await tooLarge.Content.ReadAsStringAsync(Cancellation)).ShouldContain("1048576");
        var beyond = await ImportAsync(new string('a', (5 * 1024 * 1024) + 1));
        beyond.Error().GetProperty("field").GetString().ShouldBe("content");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri("/graphql", UriKind.Relative), content, Cancellation);
    }

    private async Task<JsonElement> ImportAsync(string content, bool dryRun = false)
    {
        Service.Changed();
        var data = await Service.QueryAsync(Mutation, new { content, dryRun }, officer);
        return data.GetProperty("importPlan");
    }
}
