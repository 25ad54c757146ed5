using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.SampleData;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests.Plans;

public sealed class ImportTests(PlanService service) : PlanTests(service)
{
    private const string Ids = """
        { projects { nodes { id version activities { id subActivities { id } } kpis { id } } } staff { nodes { id } }
          indicators { nodes { id } } datasets { nodes { id } } office(code: "TH-43-P2") { id orgUnits { id } } }
        """;

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var before = await Service.QueryAsync(Ids);
        var report = (await Service.ImportAsync(SamplePlan.Read())).Value;
        report.Outcome.ShouldBe(ImportOutcome.Unchanged);
        report.RowsChanged.ShouldBe(0);
        (await Service.QueryAsync(Ids)).ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public async Task A_changed_file_updates_the_plan_and_keeps_what_stayed()
    {
        var before = await Service.QueryAsync(Ids);
        var file = Sample();
        var project = file["developmentPlan"]!["projects"]![0]!;
        project["activities"]![0]!["q4"] = 250.50;
        project["activities"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["number"] = "3",
                    ["name"] = "ใหม่",
                    ["q1"] = 1,
                }
            );
        file["developmentPlan"]!["projects"]![2]!["kpis"]!.AsArray().RemoveAt(0);
        var report = (await Service.ImportAsync(Bytes(file))).Value;
        report.Outcome.ShouldBe(ImportOutcome.Updated);

        var after = await Service.QueryAsync(Ids);
        var (was, now) = (Nodes(before), Nodes(after));
        now.Select(node => node.GetProperty("id").GetString())
            .ShouldBe(was.Select(node => node.GetProperty("id").GetString()));
        now.Select(node => node.GetProperty("version").GetInt32()).ShouldBe([2, 1, 2, 1, 1, 1, 1, 1, 1, 1]);
        now[0].GetProperty("activities").GetArrayLength().ShouldBe(3);
        now[0].GetProperty("activities")[0].ToString().ShouldBe(was[0].GetProperty("activities")[0].ToString());
        now[2].GetProperty("kpis").GetArrayLength().ShouldBe(was[2].GetProperty("kpis").GetArrayLength() - 1);
        var planned = await Service.QueryAsync("{ projects(where: { number: { eq: 1 } }) { budget { planned } } }");
        planned.GetProperty("projects").GetProperty("budget").GetProperty("planned").GetDecimal().ShouldBe(10_251.50m);

        (await Service.ImportAsync(SamplePlan.Read())).Value.Outcome.ShouldBe(ImportOutcome.Updated);
        (await Service.ImportAsync(SamplePlan.Read())).Value.Outcome.ShouldBe(ImportOutcome.Unchanged);
    }

    [Fact]
    public async Task A_project_that_the_file_no_longer_has_is_removed()
    {
        var file = Sample();
        file["developmentPlan"]!["projects"]!.AsArray().RemoveAt(9);
        file["datasets"]!.AsArray().RemoveAt(0);
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        (await ProjectNumbersAsync("first: 500")).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    [Fact]
    public async Task Another_year_of_the_same_office_is_another_plan_on_the_same_strategies()
    {
        var file = Sample();
        file["developmentPlan"]!["fiscalYear"] = 2567;
        var report = (await Service.ImportAsync(Bytes(file))).Value;
        report.Outcome.ShouldBe(ImportOutcome.Created);
        var data = await Service.QueryAsync(
            "{ developmentPlans { nodes { fiscalYear startsOn projects { totalCount } } } indicators { totalCount } staff { totalCount } datasets { totalCount } offices { totalCount } }"
        );
        data.GetProperty("developmentPlans")
            .GetProperty("nodes")[1]
            .ToString()
            .ShouldBe("""{"fiscalYear":2567,"startsOn":"2023-10-01","projects":{"totalCount":10}}""");
        string[] shared = ["indicators", "staff", "offices"];
        shared.Select(name => data.GetProperty(name).GetProperty("totalCount").GetInt32()).ShouldBe([17, 21, 1]);
        data.GetProperty("datasets").GetProperty("totalCount").GetInt32().ShouldBe(28);

        var without = Sample();
        without["strategicPlan"]!["strategies"]!.AsArray().RemoveAt(3);
        foreach (var project in without["developmentPlan"]!["projects"]!.AsArray())
            project!["strategy"] = 3;
        (await Service.ImportAsync(Bytes(without))).Succeeded.ShouldBeTrue();
        var kept = await Service.QueryAsync("{ strategies { totalCount } indicators { totalCount } }");
        kept.ToString().ShouldBe("""{"strategies":{"totalCount":4},"indicators":{"totalCount":17}}""");
    }

    [Fact]
    public async Task Two_imports_at_once_leave_one_plan()
    {
        await Service.WithoutDataAsync();
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Service.ImportAsync(SamplePlan.Read())));
        reports.Count(report => report.Value.Outcome == ImportOutcome.Created).ShouldBe(1);
        reports.Count(report => report.Value.Outcome == ImportOutcome.Unchanged).ShouldBe(3);
    }

    [Fact]
    public async Task A_refused_file_changes_nothing_and_names_every_fault()
    {
        var before = await Service.QueryAsync(Ids);
        var file = Sample();
        file["office"]!["code"] = "TH-43-S2";
        file["developmentPlan"]!["projects"]![0]!["strategy"] = 9;
        file["developmentPlan"]!["projects"]![0]!["statedBudget"] = 0.001;
        file["developmentPlan"]!["projects"]![1]!["number"] = 1;
        file["developmentPlan"]!["projects"]![2]!["endsOn"] = "2022-01-01";
        var refused = (PlanFileRefused)(await Service.ImportAsync(Bytes(file))).Error!;
        refused
            .Faults.Select(fault => fault.Path)
            .ShouldBe([
                "/office/code",
                "/developmentPlan/projects/1/number",
                "/developmentPlan/projects/0/strategy",
                "/developmentPlan/projects/0/statedBudget",
                "/developmentPlan/projects/2/endsOn",
            ]);
        (await Service.QueryAsync(Ids)).ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public async Task Content_of_no_bytes_or_over_five_megabytes_is_refused()
    {
        (await Service.ImportAsync(Array.Empty<byte>()))
            .Error.ShouldBeOfType<RequestInvalid>()
            .Field.ShouldBe("content");
        (await Service.ImportAsync(new byte[5 * 1024 * 1024 + 1])).Error.ShouldBeOfType<RequestInvalid>();
    }

    [Fact]
    public async Task What_was_reserved_paid_and_revised_stays_when_the_plan_comes_in_again()
    {
        var ledger = new LedgerClient(Service);
        var (project, activities) = await ledger.ProjectAsync(1);
        await ledger.PayAsync(activities[0], 1000);
        await ledger.CommitAsync(activities[1], 500);
        object revision = new
        {
            activityId = activities[1],
            quarter = "Q4",
            amount = 70,
        };
        (await ledger.ReviseAsync(project, 2, [revision])).Refused().ShouldBeFalse();
        var before = await Service.QueryAsync(
            "{ projects { nodes { version status budget { planned committed disbursed } } } }"
        );
        (await Service.ImportAsync(SamplePlan.Read())).Value.Outcome.ShouldBe(ImportOutcome.Unchanged);
        (await Service.QueryAsync("{ projects { nodes { version status budget { planned committed disbursed } } } }"))
            .ToString()
            .ShouldBe(before.ToString());

        var file = Sample();
        file["developmentPlan"]!["projects"]![0]!["activities"]![0]!["q3"] = 4000;
        (await Service.ImportAsync(Bytes(file))).Value.Outcome.ShouldBe(ImportOutcome.Updated);
        (await ledger.AvailableAsync(activities[0])).ShouldBe(3000);
        (await ledger.OwnAsync(activities[1]))
            .GetProperty("planned")
            .GetDecimal()
            .ShouldBe(5070, "its row is the same");
    }

    [Fact]
    public async Task A_file_that_contradicts_what_was_paid_is_refused_and_changes_nothing()
    {
        var ledger = new LedgerClient(Service);
        var (_, activities) = await ledger.ProjectAsync(1);
        await ledger.PayAsync(activities[0], 1000);
        await RefusedAsync(
            project => project["activities"]!.AsArray().RemoveAt(0),
            "activity 1 of project 1 is missing"
        );
        await RefusedAsync(
            project => project["activities"]![0]!["q3"] = 999.99,
            "activity 1 of project 1 would plan less"
        );
        await RefusedAsync(project => project["status"] = "DRAFT", "project 1 has commitments or payments");
        await RefusedAsync(project => project.Parent!.AsArray().RemoveAt(0), "activity 1 of project 1 is missing");
        (await ledger.AvailableAsync(activities[0])).ShouldBe(4000);

        async Task RefusedAsync(Action<JsonNode> change, string message)
        {
            var file = Sample();
            change(file["developmentPlan"]!["projects"]![0]!);
            var refused = (PlanFileRefused)(await Service.ImportAsync(Bytes(file))).Error!;
            refused.Faults.ShouldHaveSingleItem().Message.English.ShouldContain(message);
        }
    }

    [Fact]
    public async Task What_an_activity_had_planned_stays_on_record_when_the_file_leaves_it_out()
    {
        var before = await MomentAsync();
        var file = Sample();
        file["developmentPlan"]!["projects"]![0]!["activities"]!.AsArray().RemoveAt(1);
        file["developmentPlan"]!["projects"]!.AsArray().RemoveAt(9);
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        var data = await Service.QueryAsync(
            $$"""
            { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) {
                now: budget { planned } then: budget(asOf: "{{before}}") { planned }
                projects(first: 1) { nodes { now: budget { planned } then: budget(asOf: "{{before}}") { planned }
                  ledger(where: { amount: { lt: 0 } }) { nodes { amount activity { id } } } } } } }
            """
        );
        data.GetProperty("developmentPlan")
            .ToString()
            .ShouldBe(
                """{"now":{"planned":1143200.00},"then":{"planned":1198200.00},"projects":{"nodes":[{"now":{"planned":5000.00},"then":{"planned":10000.00},"ledger":{"nodes":[{"amount":-5000.00,"activity":null}]}}]}}"""
            );

        async Task<string> MomentAsync()
        {
            var last = await Service.QueryAsync(
                "{ projects(first: 1) { nodes { ledger(last: 1) { nodes { recordedAt } } } } }"
            );
            return last.GetProperty("projects")
                .GetProperty("nodes")[0]
                .GetProperty("ledger")
                .GetProperty("nodes")[0]
                .GetProperty("recordedAt")
                .GetString()!;
        }
    }

    [Fact]
    public async Task A_past_moment_knows_parts_of_parts_and_parts_that_are_gone()
    {
        var file = Sample();
        var activity = file["developmentPlan"]!["projects"]![0]!["activities"]![0]!;
        activity["subActivities"] = JsonNode.Parse(
            """[{ "number": "1.1", "name": "ก", "subActivities": [{ "number": "1.1.1", "name": "ข", "q1": 1000 }] }]"""
        );
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        var (_, activities) = await new LedgerClient(Service).ProjectAsync(1);
        var moment = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", null);
        (await PlannedAsync("")).ShouldBe("6000.00");
        (await PlannedAsync($"(asOf: \"{moment}\")")).ShouldBe("6000.00");
        (await Service.ImportAsync(SamplePlan.Read())).Succeeded.ShouldBeTrue();
        (await PlannedAsync("")).ShouldBe("5000.00");
        (await PlannedAsync($"(asOf: \"{moment}\")")).ShouldBe("6000.00");

        async Task<string> PlannedAsync(string argument)
        {
            var data = await Service.QueryAsync(
                $"{{ node(id: \"{activities[0]}\") {{ ... on Activity {{ budget{argument} {{ planned }} }} }} }}"
            );
            return data.GetProperty("node").GetProperty("budget").GetProperty("planned").ToString();
        }
    }

    private static List<JsonElement> Nodes(JsonElement data) =>
        [.. data.GetProperty("projects").GetProperty("nodes").EnumerateArray()];
}
