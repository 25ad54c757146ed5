using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

public sealed class NodeTests(PlanService service) : PlanTests(service)
{
    [Fact]
    public async Task Every_kind_of_node_is_found_again_by_its_id()
    {
        var data = await Service.QueryAsync(
            """
            { office(code: "TH-43-P2") { id orgUnits { id } staff(first: 1) { nodes { id } } datasets { id }
                strategicPlan(fiscalYear: 2570) { id strategies { id indicators { id } } }
                developmentPlan(fiscalYear: 2566) { id projects { nodes { id kpis { id } activities { id subActivities { id } } } } } } }
            """
        );
        var ids = Ids(data).Distinct().ToList();
        ids.Count.ShouldBe(1 + 10 + 1 + 14 + 1 + 4 + 17 + 1 + 10 + 39 + 35 + 27);
        foreach (var chunk in ids.Chunk(100))
        {
            var nodes = await Service.QueryAsync(
                "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }",
                new { ids = chunk }
            );
            nodes
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("id").GetString())
                .ShouldBe(chunk);
        }

        var one = await Service.QueryAsync(
            "query ($id: ID!) { node(id: $id) { id ... on Office { code } } }",
            new { id = ids[0] }
        );
        one.GetProperty("node").GetProperty("code").GetString().ShouldBe("TH-43-P2");
    }

    [Fact]
    public async Task An_unknown_id_is_null_and_a_malformed_one_also_an_error()
    {
        var office = (await Service.QueryAsync("{ office(code: \"TH-43-P2\") { id } }"))
            .GetProperty("office")
            .GetProperty("id")
            .GetString()!;
        var unknown = office[..^4] + "AAA" + office[^1];
        (await Service.QueryAsync("query ($id: ID!) { node(id: $id) { id } }", new { id = unknown }))
            .GetProperty("node")
            .ValueKind.ShouldBe(JsonValueKind.Null);

        var answer = await Service.AskAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            new { ids = new[] { office, "nonsense", unknown, office } }
        );
        answer
            .GetProperty("data")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.ValueKind == JsonValueKind.Null)
            .ShouldBe([false, true, true, false]);
        var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_ID");
        error.GetProperty("path").ToString().ShouldBe("""["nodes",1]""");
    }

    [Fact]
    public async Task More_than_a_hundred_nodes_at_once_are_refused()
    {
        var error = await Service.ErrorAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            new { ids = Enumerable.Repeat("x", 101) }
        );
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("TOO_MANY_IDS");
    }

    private static IEnumerable<string> Ids(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property => property.Name == "id" ? [property.Value.GetString()!] : Ids(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Ids),
            _ => [],
        };
}
