using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// What somebody sends who wants to hurt the service: each is refused with a typed error, none is a failure inside, and others
/// do not notice.
/// </summary>
public sealed class HostileTests(PlanService service) : PlanTests(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Times(int count, string text) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Each(int count, Func<int, string> of) =>
        string.Join(' ', Enumerable.Range(0, count).Select(of));

    private static string Nested(int depth, string open, string inner, string close) =>
        Times(depth, open) + inner + Times(depth, close);

    private static string Query(string query, object? variables = null) =>
        JsonSerializer.Serialize(new { query, variables });

    /// <summary>Each spreads the next one twice: 2^30 fields in a thousand characters.</summary>
    private static string Bomb(string last) =>
        $"{{ ...f0 }} {Each(30, i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}")} fragment f30 on Query {{ {last} }}";

    private static string DeepFilter(int depth) => Nested(depth, "{ and: [", "{ number: { eq: 1 } }", "] }");

    private static JsonElement DeepVariable(int depth) =>
        JsonDocument
            .Parse(
                Nested(depth, """{"and":[""", """{"number":{"eq":1}}""", "]}"),
                new JsonDocumentOptions { MaxDepth = 100_000 }
            )
            .RootElement;

    private const string WithFilter = "query ($w: ProjectFilterInput) { projects(where: $w) { totalCount } }";

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["fragment bomb"] = Query(Bomb("__typename")),
        ["fragment bomb of lists"] = Query(Bomb("projects { totalCount }")),
        ["fragment bomb of aliases"] = Query(
            $"{{ ...f0 }} {Each(30, i => $"fragment f{i} on Query {{ a{i}: __typename ...f{i + 1} b{i}: __typename ...f{i + 1} }}")} fragment f30 on Query {{ __typename }}"
        ),
        ["inline fragments in each other"] = Query($"{{ {Nested(2_000, "... on Query { ", "__typename", " }")} }}"),
        ["ten thousand aliases"] = Query($"{{ {Each(10_000, i => $"a{i}: __typename")} }}"),
        ["aliases of a costly list"] = Query(
            $"{{ {Each(99, i => $"a{i}: projects(first: 500) {{ nodes {{ ledger(first: 500) {{ nodes {{ id }} }} }} }}")} }}"
        ),
        ["one field ten thousand times"] = Query($"{{ {Times(10_000, "__typename ")}}}"),
        ["one list nine hundred times"] = Query($"{{ {Times(900, "projects { totalCount } ")}}}"),
        ["nested repeats"] = Query(
            $"{{ {Nested(4, Times(1, "projects { nodes { plan { ").Replace("plan", "plan"), Times(600, "id "), " } } }")} }}"
        ),
        ["depth 200"] = Query(Nested(200, "{ projects { nodes { plan ", "{ id }", " } } }")),
        ["depth 50,000"] = Query(Nested(50_000, "{ a ", "", "}")),
        ["depth by a chain of fragments"] = Query(
            $"{{ projects {{ nodes {{ ...f0 }} }} }} {Each(90, i => $"fragment f{i} on Project {{ plan {{ projects {{ nodes {{ ...f{i + 1} }} }} }} }}")} fragment f90 on Project {{ id }}"
        ),
        ["a fragment of itself"] = Query("{ ...f } fragment f on Query { ...f }"),
        ["fragments of each other"] = Query(
            "{ ...a } fragment a on Query { ...b __typename } fragment b on Query { ...c } fragment c on Query { ...a }"
        ),
        ["a thousand unused fragments"] = Query(
            $"{{ __typename }} {Each(1_000, i => $"fragment f{i} on Query {{ __typename }}")}"
        ),
        ["directive flood"] = Query($"{{ __typename {Times(3_000, "@skip(if: false) ")}}}"),
        ["unknown directives"] = Query($"{{ __typename {Each(90, i => $"@d{i}")} }}"),
        ["ten thousand variables"] = Query($"query ({Each(10_000, i => $"$v{i}: Int")}) {{ __typename }}"),
        ["a thousand operations"] = Query(Each(1_000, i => $"query q{i} {{ __typename }}")),
        ["deep literal"] = Query($"{{ projects(where: {DeepFilter(5_000)}) {{ totalCount }} }}"),
        ["deep filter within the syntax"] = Query($"{{ projects(where: {DeepFilter(20)}) {{ totalCount }} }}"),
        ["deep variable"] = Query(WithFilter, new { w = DeepVariable(30) }),
        ["very deep variable"] =
            $$$"""{"query":"{ __typename }","variables":{"w":{{{Nested(50_000, "[", "", "]")}}}}}""",
        ["wide filter"] = Query(
            WithFilter,
            new { w = new { or = Enumerable.Range(0, 20_000).Select(i => new { number = new { eq = i } }) } }
        ),
        ["long list in a filter"] = Query(
            WithFilter,
            new { w = new { number = new { @in = Enumerable.Range(0, 100_000) } } }
        ),
        ["text of a megabyte in a filter"] = Query(
            WithFilter,
            new { w = new { name = new { contains = new string('ก', 300_000) } } }
        ),
        ["a hundred thousand ids"] = Query(
            "query ($i: [ID!]!) { nodes(ids: $i) { id } }",
            new { i = Enumerable.Repeat("x", 100_000) }
        ),
        ["sort keys"] = Query($"{{ projects(order: [{Times(500, "{ name: ASC }, ")}]) {{ totalCount }} }}"),
        ["page of a million"] = Query("{ projects(first: 1000000) { totalCount } }"),
        ["page below zero"] = Query("{ projects(first: -1) { totalCount } }"),
        ["page beyond numbers"] = Query("{ projects(first: 99999999999999999999) { totalCount } }"),
        ["number with a thousand digits"] = Query(
            $"{{ projects(where: {{ statedBudget: {{ eq: {new string('9', 1_000)} }} }}) {{ totalCount }} }}"
        ),
        ["number with an exponent"] = Query(
            "{ projects(where: { statedBudget: { eq: 1e999999999 } }) { totalCount } }"
        ),
        ["introspection bomb"] = Query(
            $"{{ __schema {{ types {{ {Nested(6, "fields { type { ", "name", " } }")} }} }} }}"
        ),
        ["introspection of every list"] = Query(
            $"{{ __schema {{ types {{ {Nested(4, "possibleTypes { interfaces { fields { args { type { ", "name", " } } } } }")} }} }} }}"
        ),
        ["cost in width"] = Query(
            "{ projects(first: 500) { nodes { activities { subActivities { ledger(first: 500) { nodes { balance { quarters { planned } } } } } } } } }"
        ),
        ["cost by a variable"] = Query(
            "query ($n: Int!) { projects(first: $n) { nodes { ledger(first: $n) { nodes { id } } } } }",
            new { n = 500 }
        ),
        ["cost in a fragment"] = Query(
            "{ ...f } fragment f on Query { projects(first: 500) { nodes { ledger(last: 500) { nodes { id } } } } }"
        ),
        ["variable of another kind"] = Query(
            "query ($n: Int!) { projects(first: $n) { totalCount } }",
            new { n = new { a = 1 } }
        ),
        ["variable that is null"] = Query(
            "query ($x: Boolean!) { projects @skip(if: $x) { totalCount } }",
            new { x = (bool?)null }
        ),
        ["nullable variable in skip"] = Query("query ($x: Boolean) { projects @skip(if: $x) { totalCount } }"),
        ["a type without a name"] = Query("{ __type(name: \"\") { name } nothing }"),
        ["unterminated text"] = Query("{ office(code: \"x) { id } }"),
        ["unterminated block"] = Query("{ office(code: \"\"\"x) { id } }"),
        ["unterminated text of a megabyte"] = Query("{ office(code: \"" + new string('x', 900_000)),
        ["unterminated text within the limits"] = Query("{ office(code: \"" + new string('x', 14_900)),
        ["lines that are none to GraphQL"] = Query("{ office(code: \"" + Times(45_000, "x\u2028")),
        ["a fault behind many blanks"] = Query(new string(' ', 14_900) + "}"),
        ["a fault behind many lines"] = Query(new string('\n', 99_000) + "}"),
        ["a fault behind a megabyte of lines"] = Query(new string('\n', 900_000) + "}"),
        ["a thousand texts of one field"] = Query(
            $"{{ {Each(40, i => $"office(code: \"{i}\") {{ {Each(20, j => $"developmentPlan(fiscalYear: {i * 20 + j}) {{ id }}")} }}")} }}"
        ),
        ["only braces"] = Query(Times(9_000, "{")),
        ["only brackets in a variable type"] = Query(
            $"query ($x: {Times(5_000, "[")}Int{Times(5_000, "]")}) {{ __typename }}"
        ),
        ["a name of a megabyte"] = Query($"{{ {new string('a', 900_000)} }}"),
        ["comments"] = Query($"{{ __typename }} {Times(50_000, "#x\n")}"),
        ["a thousand unknown fields"] = Query($"{{ {Each(900, i => $"x{i}y")} }}"),
        ["unknown arguments"] = Query($"{{ projects({Each(900, i => $"a{i}: 1")}) {{ totalCount }} }}"),
        ["a cursor of a megabyte"] = Query(
            "query ($c: String) { projects(after: $c) { totalCount } }",
            new { c = new string('A', 900_000) }
        ),
        ["five megabytes"] = Query(new string(' ', 5_000_000)),
        ["a batch of thousands"] = $"[{string.Join(',', Enumerable.Repeat("""{"query":"{ __typename }"}""", 5_000))}]",
        ["not JSON"] = Times(100_000, "["),
        ["mutations in a row"] = Query(
            $"mutation {{ {Each(60, i => $"m{i}: revokeAccessToken(input: {{ accessTokenId: \"x\" }}) {{ errors {{ __typename }} }}")} }}"
        ),
        ["subscription"] = Query("subscription { x }"),
        ["schema definition"] = Query("type Query { x: Int }"),
    };

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_with_a_typed_error(string name)
    {
        using var response = await SendAsync(Service.Client, Bodies[name]);
        ((int)response.StatusCode).ShouldBeLessThan(500, name);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        answer
            .TryGetProperty("errors", out var errors)
            .ShouldBeTrue($"{name}: {answer.ToString()[..Math.Min(300, answer.ToString().Length)]}");
        errors.GetArrayLength().ShouldBeLessThanOrEqualTo(101, "errors do not multiply");
        foreach (var error in errors.EnumerateArray())
        {
            error.GetProperty("extensions").GetProperty("code").GetString().ShouldNotBe("INTERNAL_ERROR", name);
            error.GetProperty("message").GetString()!.Length.ShouldBeLessThan(3_000, name);
        }

        await Service.QueryAsync("{ __typename }");
    }

    [Fact]
    public async Task Somebody_else_is_served_all_the_while()
    {
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:AnonymousBurst", "100"),
            ("RateLimits:AnonymousPerSecond", "10"),
        ]);
        using var attacker = PlanService.ClientOf(app);
        using var neighbour = PlanService.ClientOf(app, Service.Token(Role.Viewer));
        var regular = Query("{ projects { nodes { number name budget { planned } } } }");
        await SendAsync(neighbour, regular);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var statuses = new System.Collections.Concurrent.ConcurrentDictionary<HttpStatusCode, int>();
        string[] all = [.. Bodies.Values.Where(body => body.Length < 200_000), .. Enumerable.Repeat(regular, 100)];
        var attack = Enumerable
            .Range(0, 24)
            .Select(async worker =>
            {
                for (var i = worker; !stop.IsCancellationRequested; i++)
                {
                    using var response = await SendAsync(attacker, all[i % all.Length]);
                    statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
                }
            })
            .ToList();
        var watch = Stopwatch.StartNew();
        var served = 0;
        while (watch.Elapsed < TimeSpan.FromSeconds(4))
        {
            using var answer = await SendAsync(neighbour, regular);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            served++;
        }

        await stop.CancelAsync();
        await Task.WhenAll(attack);
        served.ShouldBeGreaterThan(20);
        statuses.ShouldContainKey(HttpStatusCode.TooManyRequests);
        statuses.Keys.ShouldAllBe(status => (int)status < 500);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await client.PostAsync(new Uri("/graphql", UriKind.Relative), content, Cancellation);
    }
}
