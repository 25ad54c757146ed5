using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.SampleData;

namespace TeacherDevPlan.Api.Tests;

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
        var refused = (PlanFileRefused)(await Service.ImportAsync(Bytes(without))).Error!;
        refused.Faults.ShouldHaveSingleItem().Path.ShouldBe("/strategicPlan/strategies");
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

    private static JsonNode Sample() => JsonNode.Parse(SamplePlan.Read().Span)!;

    private static byte[] Bytes(JsonNode file) => Encoding.UTF8.GetBytes(file.ToJsonString());

    private static List<JsonElement> Nodes(JsonElement data) =>
        [.. data.GetProperty("projects").GetProperty("nodes").EnumerateArray()];
}
