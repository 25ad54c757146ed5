using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>A null in the answer stands where it may, with an error that says why at the place where it began.</summary>
[Collection(nameof(MixedData))]
public sealed class NullPropagationTests(MixedData data)
{
    [Theory]
    [InlineData("staff(first: 2) { nodes { name position } }", "staff.nodes.0.position staff.nodes.1.position")]
    [InlineData(
        "staff(first: 1) { edges { node { orgUnit { name } academicStanding } } }",
        "staff.edges.0.node.orgUnit staff.edges.0.node.academicStanding"
    )]
    [InlineData(
        "ledgerEntries(first: 1) { nodes { a: recordedBy amount b: reason } }",
        "ledgerEntries.nodes.0.a ledgerEntries.nodes.0.b"
    )]
    [InlineData("accessTokens { nodes { id } }", "accessTokens")]
    [InlineData("staff { aggregate { position { countDistinct } count } }", "staff.aggregate.position")]
    public async Task What_one_may_not_read_is_null_with_one_error_at_its_place(string field, string paths)
    {
        var answer = await data.Service.AskAsync($"{{ {field} }}");
        Paths(answer).ShouldBe(paths.Split(' '));
        Answers.Codes(answer).ShouldAllBe(code => code == "AUTH_NOT_AUTHENTICATED");
        foreach (var path in paths.Split(' '))
            At(answer.GetProperty("data"), path).ValueKind.ShouldBe(JsonValueKind.Null, path);
    }

    [Fact]
    public async Task A_row_that_is_missing_and_must_not_be_takes_what_is_around_it_along()
    {
        // Lists of all commitments can be filtered by amount only within a short range of dates.
        var from = DateTimeOffset.UtcNow.AddDays(-1).ToString("O");
        var commitments = $"commitments(where: {{ amount: {{ eq: 12 }}, recordedAt: {{ gte: \"{from}\" }} }})";
        using var officer = data.Service.ClientOf("budget officer");
        var lost = await data.Service.QueryAsync($"{{ {commitments} {{ nodes {{ id amount }} }} }}", client: officer);
        var id = At(lost, "commitments.nodes.0.id").GetString()!;
        var node = await data.Service.AskAsync(
            $"{{ offices {{ totalCount }} node(id: \"{id}\") {{ ... on Commitment {{ amount activity {{ name }} }} }} }}",
            client: officer
        );
        Paths(node).ShouldBe(["node.activity"]);
        At(node, "data.node").ValueKind.ShouldBe(JsonValueKind.Null);
        At(node, "data.offices.totalCount").GetInt32().ShouldBe(3);
        var list = await data.Service.AskAsync(
            $"{{ offices {{ totalCount }} {commitments} {{ nodes {{ activity {{ name }} }} }} }}",
            client: officer
        );
        Paths(list).ShouldBe(["commitments.nodes.0.activity"]);
        list.GetProperty("data")
            .ValueKind.ShouldBe(JsonValueKind.Null, "a list of the root must be there, so that nothing is");
    }

    [Theory]
    [InlineData("where: { plan: { id: { eq: \"nothing\" } } }", "INVALID_ID")]
    [InlineData("where: { number: { gt: null } }", "INVALID_FILTER")]
    [InlineData("after: \"nothing\"", "INVALID_CURSOR")]
    public async Task What_is_wrong_with_a_list_is_said_though_nobody_looks_at_it(string arguments, string code)
    {
        foreach (
            var selected in new[] { "__typename", "totalCount", "pageInfo { hasNextPage }", "aggregate { __typename }" }
        )
        {
            var answer = await data.Service.AskAsync($"{{ projects({arguments}) {{ {selected} }} }}");
            Answers.Codes(answer).ShouldBe([code], selected);
            Paths(answer).ShouldHaveSingleItem().ShouldStartWith("projects");
        }
    }

    [Fact]
    public async Task A_list_that_is_refused_leaves_what_stands_beside_it_alone()
    {
        const string refused = "projects(where: { number: { gt: null } }) { nodes { number } totalCount }";
        var answer = await data.Service.AskAsync(
            $"{{ offices {{ totalCount }} office(code: \"TH-43-P2\") {{ developmentPlan(fiscalYear: 2566) {{ {refused} }} }} }}"
        );
        Paths(answer).ShouldBe(["office.developmentPlan.projects"]);
        At(answer, "data.office.developmentPlan").ValueKind.ShouldBe(JsonValueKind.Null);
        At(answer, "data.offices.totalCount").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task The_schema_and_data_can_be_asked_for_at_once()
    {
        const string projects = "projects(first: 2) { nodes { number } }";
        const string type = "__type(name: \"Office\") { name kind fields { name } }";
        var apart = await data.Service.QueryAsync($"{{ {projects} }}");
        var schema = await data.Service.QueryAsync($"{{ {type} }}");
        var both = await data.Service.QueryAsync(
            $"{{ b: __typename {projects} a: {type} __schema {{ queryType {{ name }} }} }}"
        );
        both.EnumerateObject().Select(field => field.Name).ShouldBe(["b", "projects", "a", "__schema"]);
        both.GetProperty("projects").ToString().ShouldBe(apart.GetProperty("projects").ToString());
        both.GetProperty("a").ToString().ShouldBe(schema.GetProperty("__type").ToString());
        both.GetProperty("b").GetString().ShouldBe("Query");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("plan officer elsewhere")]
    public async Task A_new_service_and_a_warm_one_answer_with_the_same_bytes(string caller)
    {
        await using var fresh = await data.Service.StartAnotherAsync([("RateLimits:AnonymousPerSecond", "0")]);
        var token = Somebody.All[caller] is { } one ? data.Service.Token(one.Roles, one.Offices) : null;
        using var warm = data.Service.ClientOf(caller);
        using var cold = PlanService.ClientOf(fresh, token);
        var values = data.ValuesOf(caller);
        for (var seed = 0; seed < 40; seed++)
        {
            var dice = new Random(seed);
            var pool = new ValuePool(data.Everything, dice);
            var inputs = new InputMaker(data.Schema, data.Models, pool, dice, values.Allows);
            var asked = new RequestMaker(data.Schema, data.Models, pool, inputs, dice, values.Allows).Make();
            var (query, variables) = new RequestText((GivenAs)dice.Next(4), dice).Write(asked);
            var first = (await data.Service.AskAsync(query, variables, warm)).ToString();
            (await data.Service.AskAsync(query, variables, warm)).ToString().ShouldBe(first, query);
            (await data.Service.AskAsync(query, variables, cold)).ToString().ShouldBe(first, query);
        }
    }

    private static IEnumerable<string> Paths(JsonElement answer) =>
        answer
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray()));

    private static JsonElement At(JsonElement element, string path) =>
        path.Split('.')
            .Aggregate(
                element,
                (at, step) =>
                    at.ValueKind == JsonValueKind.Array
                        ? at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
                        : at.GetProperty(step)
            );
}
