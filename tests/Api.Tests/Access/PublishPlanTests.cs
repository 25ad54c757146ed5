using System.Text.Json.Nodes;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Who publishes, who sees what waits, and what stays with the office after that.</summary>
public sealed class PublishPlanTests(PlanService service) : LedgerTestsBase(service)
{
    internal const string Publish = """
        mutation ($id: ID!, $dryRun: Boolean) { publishPlan(input: { planId: $id, dryRun: $dryRun }) {
            developmentPlan { title published waitsSince }
            report { outcome published rowsChanged findings { errors } } errors { __typename ... on Error { message } } } }
        """;

    [Fact]
    public async Task A_plan_that_goes_back_to_draft_takes_what_only_it_states_with_it()
    {
        var next = Sample();
        next["developmentPlan"]!["fiscalYear"] = 2567;
        next["strategicPlan"]!["firstFiscalYear"] = 2567;
        next["office"]!["orgUnits"]!.AsArray().Add(JsonNode.Parse("""{ "number": 90, "name": "หน่วยใหม่" }"""));
        await ImportAsync(next, publish: true);
        (await CountsAsync()).ShouldBe("2 11 2 1");
        foreach (var project in next["developmentPlan"]!["projects"]!.AsArray())
            project!["status"] = "DRAFT";
        await ImportAsync(next, publish: true);
        (await CountsAsync()).ShouldBe("1 10 1 1");
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
            PlanService
                .CodeOf(read)
                .ShouldBe(
                    name switch
                    {
                        "nobody" => "AUTH_NOT_AUTHENTICATED",
                        "member of staff" => "AUTH_NOT_AUTHORIZED",
                        _ => null,
                    },
                    name
                );
        }
    }

    [Fact]
    public async Task Text_that_looks_like_personal_data_is_a_finding_for_the_office_before_it_is_published()
    {
        var file = Sample();
        file["developmentPlan"]!["fiscalYear"] = 2567;
        file["developmentPlan"]!["projects"]![0]!["venue"] =
            "โทร. ๐๘๑-๒๓๔ ๕๖๗๘ อีเมล somchai@example.go.th เลขที่ 1-1037-02071-81-1";
        var id = new NodeId("DevelopmentPlan", (await ImportAsync(file, publish: false)).PlanId).ToString();
        const string found =
            "{ findings(where: { rule: { in: [\"CITIZEN_ID\", \"TELEPHONE_NUMBER\", \"EMAIL_ADDRESS\"] } }) { totalCount nodes { statedValue location } } }";
        foreach (var isPublished in new[] { false, true })
        {
            if (isPublished)
            {
                using var approver = Service.ClientOf("approver");
                (await Service.QueryAsync(Publish, new { id }, approver))
                    .ToString()
                    .ShouldContain("\"published\":true");
            }

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
        name is not ("nobody" or "viewer" or "member of staff")
        && !name.EndsWith("elsewhere", StringComparison.Ordinal);

    private async Task<ImportReport> ImportAsync(JsonNode file, bool publish) =>
        (await Service.ImportAsync(Bytes(file), publish)).Value;
}
