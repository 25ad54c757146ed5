using System.Text.Json;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>What the API answers against the plan file it was imported from, value by value.</summary>
public sealed class SamplePlanTests(PlanService service) : PlanTests(service)
{
    private static readonly JsonElement File = JsonDocument.Parse(SamplePlan.Read()).RootElement;

    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];

    [Fact]
    public async Task Every_amount_is_as_printed()
    {
        var data = await Service.QueryAsync(
            """
            query { projects { nodes { number name statedBudget printedTotals { ...row } fundingSources { kind amount }
                activities { ...activity subActivities { ...activity } } } } }
            fragment activity on Activity { number name printed { ...row } ownBudget { quarters { planned } } }
            fragment row on PrintedAmounts { q1 q2 q3 q4 total }
            """
        );
        var projects = data.GetProperty("projects").GetProperty("nodes").EnumerateArray().ToList();
        var stated = File.GetProperty("developmentPlan").GetProperty("projects").EnumerateArray().ToList();
        projects.Count.ShouldBe(10);
        foreach (var (project, document) in projects.Zip(stated))
        {
            project.GetProperty("name").GetString().ShouldBe(document.GetProperty("name").GetString());
            Money(project, "statedBudget").ShouldBe(Money(document, "statedBudget"));
            AssertRow(project.GetProperty("printedTotals"), document.GetProperty("printedTotals"));
            AssertActivities(project.GetProperty("activities"), document.GetProperty("activities"));
            project
                .GetProperty("fundingSources")
                .EnumerateArray()
                .Select(source => Money(source, "amount"))
                .ShouldBe(
                    document.GetProperty("fundingSources").EnumerateArray().Select(source => Money(source, "amount"))
                );
        }
    }

    [Fact]
    public async Task Every_target_and_every_cell_is_as_printed()
    {
        var data = await Service.QueryAsync(
            """
            { office(code: "TH-43-P2") { strategicPlan(fiscalYear: 2566) { strategies { indicators { targets { target } } } }
                datasets { code observations { value text total coordinates { value } } } } }
            """
        );
        var office = data.GetProperty("office");
        Targets(office.GetProperty("strategicPlan"), "target")
            .ShouldBe(Targets(File.GetProperty("strategicPlan"), "target"));
        Targets(office.GetProperty("strategicPlan"), "target").Count.ShouldBe(85);
        office
            .GetProperty("datasets")
            .EnumerateArray()
            .SelectMany(ServedCells)
            .ShouldBe(File.GetProperty("datasets").EnumerateArray().SelectMany(StatedCells));
    }

    [Fact]
    public async Task An_activity_holds_its_own_money_and_that_of_its_parts()
    {
        var data = await Service.QueryAsync(
            """
            { projects(where: { number: { in: [5, 9] } }) { nodes { budget { planned }
                activities { number budget { planned } ownBudget { planned } subActivities { budget { planned } } } } } }
            """
        );
        var awards = data.GetProperty("projects").GetProperty("nodes")[0].GetProperty("activities")[0];
        Planned(awards, "ownBudget").ShouldBe(10_000);
        Planned(awards, "budget").ShouldBe(10_000);
        awards.GetProperty("subActivities").GetArrayLength().ShouldBe(10);
        var plans = data.GetProperty("projects").GetProperty("nodes")[1];
        Planned(plans, "budget").ShouldBe(275_000);
        Planned(plans.GetProperty("activities")[1], "ownBudget").ShouldBe(0);
        Planned(plans.GetProperty("activities")[1], "budget").ShouldBe(4_800 + 9_600 + 143_255 + 7_500);
    }

    [Fact]
    public async Task The_money_of_a_year_is_told_by_its_quarters()
    {
        var data = await Service.QueryAsync(
            """
            { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) { budget { planned revised available committed disbursed
                disbursementRate quarters { quarter startsOn endsOn planned } } } }
            """
        );
        var budget = data.GetProperty("developmentPlan").GetProperty("budget");
        Money(budget, "revised").ShouldBe(1_198_200);
        Money(budget, "available").ShouldBe(1_198_200);
        Money(budget, "disbursementRate").ShouldBe(0);
        var quarters = budget.GetProperty("quarters").EnumerateArray().ToList();
        quarters.Select(quarter => quarter.GetProperty("quarter").GetString()).ShouldBe(["Q1", "Q2", "Q3", "Q4"]);
        quarters.Sum(quarter => Money(quarter, "planned")).ShouldBe(1_198_200);
        quarters[0].GetProperty("startsOn").GetString().ShouldBe("2022-10-01");
        quarters[3].GetProperty("endsOn").GetString().ShouldBe("2023-09-30");
    }

    [Fact]
    public async Task A_list_of_nothing_is_told_in_the_year_of_its_plan()
    {
        var data = await Service.QueryAsync(
            """
            { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) {
                projects(where: { number: { eq: 99 } }) { budget { planned disbursementRate quarters { startsOn } } } } }
            """
        );
        data.GetProperty("developmentPlan")
            .GetProperty("projects")
            .GetProperty("budget")
            .ToString()
            .ShouldBe(
                """{"planned":0.00,"disbursementRate":null,"quarters":[{"startsOn":"2022-10-01"},{"startsOn":"2023-01-01"},{"startsOn":"2023-04-01"},{"startsOn":"2023-07-01"}]}"""
            );
    }

    private static void AssertActivities(JsonElement served, JsonElement stated)
    {
        served.GetArrayLength().ShouldBe(stated.GetArrayLength());
        foreach (var (activity, document) in served.EnumerateArray().Zip(stated.EnumerateArray()))
        {
            activity.GetProperty("number").GetString().ShouldBe(document.GetProperty("number").GetString());
            AssertRow(activity.GetProperty("printed"), document);
            activity
                .GetProperty("ownBudget")
                .GetProperty("quarters")
                .EnumerateArray()
                .Select(quarter => Money(quarter, "planned"))
                .ShouldBe(Quarters.Select(quarter => Money(document, quarter) ?? 0).Select(amount => (decimal?)amount));
            if (
                document.TryGetProperty("subActivities", out var parts)
                && activity.TryGetProperty("subActivities", out var servedParts)
            )
                AssertActivities(servedParts, parts);
        }
    }

    private static void AssertRow(JsonElement served, JsonElement stated)
    {
        foreach (var column in Quarters.Append("total"))
            Money(served, column).ShouldBe(Money(stated, column), column);
    }

    private static decimal? Planned(JsonElement element, string budget) =>
        Money(element.GetProperty(budget), "planned");

    private static decimal? Money(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal()
            : null;

    private static List<decimal?> Targets(JsonElement plan, string name) =>
        [
            .. plan.GetProperty("strategies")
                .EnumerateArray()
                .SelectMany(strategy => strategy.GetProperty("indicators").EnumerateArray())
                .SelectMany(indicator => indicator.GetProperty("targets").EnumerateArray())
                .Select(target => Money(target, name)),
        ];

    private static IEnumerable<string> ServedCells(JsonElement dataset) =>
        dataset
            .GetProperty("observations")
            .EnumerateArray()
            .Select(cell =>
                Cell(
                    dataset,
                    cell.GetProperty("coordinates").EnumerateArray().Select(at => at.GetProperty("value").GetString()),
                    cell,
                    cell.GetProperty("total").GetBoolean()
                )
            );

    private static IEnumerable<string> StatedCells(JsonElement dataset) =>
        dataset
            .GetProperty("observations")
            .EnumerateArray()
            .Select(cell =>
                Cell(
                    dataset,
                    cell.GetProperty("at").EnumerateArray().Select(at => at.GetString()),
                    cell,
                    cell.TryGetProperty("total", out var total) && total.GetBoolean()
                )
            );

    private static string Cell(JsonElement dataset, IEnumerable<string?> at, JsonElement cell, bool total) =>
        $"{dataset.GetProperty("code")} {string.Join('|', at)} = {Money(cell, "value")} '{cell.GetProperty("text")}' {total}";
}
