using System.Text.Json;
using TeacherDevPlan.Harness.Shapes;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// A page of a long list is looked for among the first rows of the order, and among all rows if too few of these match. Both ways
/// give the rows of the whole list that match, in its order.
/// </summary>
public sealed class LatePageTests(PlanService service) : PlanTests(service)
{
    private static readonly string[] Orders =
    [
        "{ number: ASC }",
        "{ number: DESC }",
        "{ name: ASC }",
        "{ venue: DESC }",
        "{ venue: ASC }, { number: DESC }",
        "{ budget: { available: DESC } }",
        "{ budget: { disbursementRate: ASC } }",
        "{ startsOn: DESC }, { name: ASC }",
    ];

    private static readonly (string Where, Func<JsonElement, bool> Matches)[] Conditions =
    [
        ("{ number: { eq: 1 } }", row => row.GetProperty("number").GetInt32() == 1),
        ("{ number: { gte: 40 } }", row => row.GetProperty("number").GetInt32() >= 40),
        ("{ number: { eq: -1 } }", _ => false),
        ("{ venue: { eq: null } }", row => row.GetProperty("venue").ValueKind == JsonValueKind.Null),
        (
            "{ plan: { office: { name: { contains: \"มัธยม\" } } } }",
            row =>
                row.GetProperty("plan")
                    .GetProperty("office")
                    .GetProperty("name")
                    .GetString()!
                    .Contains("มัธยม", StringComparison.Ordinal)
        ),
        ("{ kpis: { some: { number: { eq: \"2\" } } } }", Second),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_those_of_the_whole_list()
    {
        await using var server = new TestServer();
        var country = await SeededCountry.CreateAsync(server, offices: 30, disbursements: 2000);
        await using var instance = await Service.StartAnotherAsync(
            [("RateLimits:AnonymousPerSecond", "0")],
            logins: country
        );
        using var client = new ShapeClient(new Uri($"{instance.Urls.First()}/graphql"));
        foreach (var order in Orders)
        {
            var all = await ReadAsync(client, $"order: [{order}]", 500, backwards: false);
            all.Count.ShouldBeGreaterThan(2000);
            foreach (var (where, matches) in Conditions)
            {
                var matching = all.Where(matches).Select(Id).ToList();
                var arguments = $"where: {where}, order: [{order}]";
                var size = Math.Clamp(matching.Count / 4, 7, 500);
                var forward = await ReadAsync(client, arguments, size, backwards: false);
                forward.ConvertAll(Id).SequenceEqual(matching).ShouldBeTrue(arguments);
                var backward = await ReadAsync(client, arguments, size, backwards: true);
                backward.ConvertAll(Id).SequenceEqual(matching).ShouldBeTrue(arguments);
            }
        }
    }

    private static bool Second(JsonElement row) =>
        row.GetProperty("kpis").EnumerateArray().Any(kpi => kpi.GetProperty("number").GetString() == "2");

    private static string? Id(JsonElement row) => row.GetProperty("id").GetString();

    /// <summary>All rows, page by page, in the order of the list.</summary>
    private static async Task<List<JsonElement>> ReadAsync(
        ShapeClient client,
        string arguments,
        int size,
        bool backwards
    )
    {
        List<JsonElement> rows = [];
        for (var cursor = ""; ; )
        {
            var page = backwards ? $"last: {size}{cursor}" : $"first: {size}{cursor}";
            var data = await client.DataAsync(
                $"{{ projects({arguments}, {page}) {{ pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} "
                    + "nodes { id number venue kpis { number } plan { office { name } } } } }",
                Cancellation
            );
            var (nodes, info) = (data.GetProperty("projects").GetProperty("nodes"), data.GetProperty("projects"));
            info = info.GetProperty("pageInfo");
            rows.InsertRange(backwards ? 0 : rows.Count, nodes.EnumerateArray());
            if (!info.GetProperty(backwards ? "hasPreviousPage" : "hasNextPage").GetBoolean())
                return rows;
            cursor = backwards
                ? $", before: \"{info.GetProperty("startCursor").GetString()}\""
                : $", after: \"{info.GetProperty("endCursor").GetString()}\"";
        }
    }
}
