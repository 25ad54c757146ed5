using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Each limit at its edge: the limit passes, one more is refused and told why.</summary>
public sealed class LimitTests(PlanService service) : PlanTests(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string> Edges =>
        new()
        {
            { "TOO_MANY_ALIASES", Each(100, i => $"a{i}: __typename"), Each(101, i => $"a{i}: __typename"), "100" },
            { "TOO_MANY_ROOT_FIELDS", Each(50, i => $"a{i}: __typename"), Each(51, i => $"a{i}: __typename"), "50" },
            {
                "TOO_MANY_DIRECTIVES",
                $"{{ __typename {Repeat(100, "@skip(if: false)")} }}",
                $"{{ __typename {Repeat(101, "@skip(if: false)")} }}",
                "100"
            },
            {
                "TOO_MANY_REPEATS",
                $"{{ projects {{ {Repeat(50, "totalCount")} }} }}",
                $"{{ projects {{ {Repeat(51, "totalCount")} }} }}",
                "50"
            },
            { "TOO_MANY_FIELDS", Fields(1000), Fields(1001), "1000" },
            { "QUERY_TOO_DEEP", Deep(20), Deep(21), "20" },
            {
                "TOO_MANY_TOKENS",
                $"{{ __typename }} {Repeat(9_996, "#\n")}",
                $"{{ __typename }} {Repeat(9_998, "#\n")}",
                "10000"
            },
            {
                "DOCUMENT_TOO_LONG",
                $"{{ __typename }}{new string(' ', 14_986)}",
                $"{{ __typename }}{new string(' ', 14_987)}",
                "15000"
            },
            { "COST_EXCEEDED", Ledger(first: 390), Ledger(first: 500), "200000" },
        };

    [Theory]
    [MemberData(nameof(Edges))]
    public async Task What_lies_within_a_limit_is_answered_and_what_lies_beyond_is_told_the_limit(
        string code,
        string within,
        string beyond,
        string limit
    )
    {
        // Of two limits that meet, the one that is not looked at is out of the way.
        await using var app = await Service.StartAnotherAsync(
            code == "TOO_MANY_ALIASES" ? [("GraphQL:MaxRootFields", "1000")]
            : code == "TOO_MANY_FIELDS" ? [("GraphQL:MaxFieldRepeats", "10000")]
            : []
        );
        using var client = PlanService.ClientOf(app);
        var passed = await Service.AskAsync(within, client: client);
        (PlanService.CodeOf(passed) == code).ShouldBeFalse(passed.ToString());
        var refused = await Service.ErrorAsync(beyond, client: client);
        refused.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        refused.GetProperty("message").GetString()!.ShouldContain(limit);
    }

    [Fact]
    public async Task The_cost_follows_arguments_and_variables_also_of_a_document_that_is_known()
    {
        const string query =
            "query ($n: Int = 10) { projects(first: $n) { nodes { ledger(first: $n) { nodes { id } } } } }";
        await Service.QueryAsync(query, new { n = 5 });
        await Service.QueryAsync(query, new { n = 5 });
        (await Service.ErrorAsync(query, new { n = 500 })).ToString().ShouldContain("COST_EXCEEDED");
        (await CostAsync(query, new { n = 1 })).ShouldBe((5, 4));
        (await CostAsync(query, new { n = 2 })).Item2.ShouldBe(1 + 2 + 2 + 4);
        (await CostAsync(query, null)).Item2.ShouldBe(1 + 10 + 10 + 100);
        (await CostAsync("{ projects(first: 10) { nodes { name number } totalCount } }", null)).ShouldBe((23, 11));
        (
            await CostAsync("query ($s: Boolean!) { projects { nodes @skip(if: $s) { name } } }", new { s = true })
        ).ShouldBe((1, 1));
        (await CostAsync("{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", null)).Item2.ShouldBe(3);
    }

    [Fact]
    public async Task The_cost_is_told_on_request_with_or_without_the_answer()
    {
        const string query = "{ projects(first: 2) { nodes { number } } }";
        var reported = await HeaderAsync(query, "report");
        reported
            .GetProperty("extensions")
            .GetProperty("operationCost")
            .ToString()
            .ShouldBe("""{"fieldCost":4,"typeCost":3}""");
        reported.GetProperty("data").GetProperty("projects").GetProperty("nodes").GetArrayLength().ShouldBe(2);
        (await HeaderAsync(query, "validate"))
            .ToString()
            .ShouldBe("""{"extensions":{"operationCost":{"fieldCost":4,"typeCost":3}}}""");
        (await HeaderAsync("{ projects { nothing } }", "validate")).TryGetProperty("errors", out _).ShouldBeTrue();
        (await HeaderAsync(query, "nonsense")).ToString().ShouldContain("validate");
        Service.Statements.Reset();
        await HeaderAsync(query, "validate");
        Service.Statements.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_ends_in_the_database_too()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:ExecutionTimeoutSeconds", "1")]);
        using var client = PlanService.ClientOf(app);
        await Service.QueryAsync("{ offices { totalCount } }", client: client);
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var blocking = await source.OpenConnectionAsync(Cancellation);
        await using var transaction = await blocking.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("LOCK TABLE projects", blocking))
            await hold.ExecuteNonQueryAsync(Cancellation);
        var watch = Stopwatch.StartNew();
        using var response = await client.PostAsJsonAsync(
            "/graphql",
            new { query = "{ projects { nodes { id } } }" },
            Cancellation
        );
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"code\":\"TIMEOUT\"");
        await using var waiting = source.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM projects%'"
        );
        (await waiting.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_client_that_sends_too_much_is_told_when_to_come_back_and_others_are_not()
    {
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:AnonymousPerSecond", "1"),
            ("RateLimits:AnonymousBurst", "3"),
            ("RateLimits:SignedInPerSecond", "1"),
            ("RateLimits:SignedInBurst", "5"),
        ]);
        using var nobody = PlanService.ClientOf(app);
        using var viewer = PlanService.ClientOf(app, Service.Token(Role.Viewer));
        using var forged = PlanService.ClientOf(app, "tdp_forged");
        for (var i = 0; i < 3; i++)
            (await StatusAsync(nobody)).ShouldBe(HttpStatusCode.OK);
        using var refused = await nobody.PostAsJsonAsync("/graphql", new { query = "{ __typename }" }, Cancellation);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("TOO_MANY_REQUESTS");
        // Credentials that are not good are no way around it.
        (await StatusAsync(forged)).ShouldBe(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 5; i++)
            (await StatusAsync(viewer)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(viewer)).ShouldBe(HttpStatusCode.TooManyRequests);
        using var health = await nobody.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Task.Delay(refused.Headers.RetryAfter.Delta.Value + TimeSpan.FromMilliseconds(200), Cancellation);
        (await StatusAsync(nobody)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_an_operation_costs_is_taken_from_the_allowance_and_told_before_it_is_met()
    {
        const int burst = 100;
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:AnonymousPerSecond", "1"),
            ("RateLimits:AnonymousBurst", $"{burst}"),
        ]);
        using var client = PlanService.ClientOf(app);
        var left = burst;
        // Each twice: the second is known from the first.
        foreach (var first in (int[])[1, 10, 10, 20, 20])
        {
            var query = $"{{ projects(first: {first}) {{ nodes {{ ledger(first: 100) {{ nodes {{ id }} }} }} }} }}";
            var cost = (await CostAsync(query, null)).Item1;
            var weight = Math.Max(1, (cost + 999) / 1000);
            using var response = await client.PostAsJsonAsync("/graphql", new { query }, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            left -= weight;
            Header(response, "RateLimit-Limit").ShouldBe(burst);
            // A few are given back while the test runs.
            Header(response, "RateLimit-Remaining").ShouldBeInRange(left, left + 15);
            Header(response, "RateLimit-Reset").ShouldBe(burst - Header(response, "RateLimit-Remaining"));
            left = Header(response, "RateLimit-Remaining");
        }

        const string costly = "{ projects(first: 500) { nodes { ledger(first: 200) { nodes { id } } } } }";
        using var refused = await client.PostAsJsonAsync("/graphql", new { query = costly }, Cancellation);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        (await StatusAsync(client)).ShouldBe(HttpStatusCode.OK);

        static int Header(HttpResponseMessage response, string name) =>
            int.Parse(response.Headers.GetValues(name).Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Requests_of_one_client_take_turns_and_too_many_waiting_are_refused()
    {
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:Concurrent", "2"),
            ("RateLimits:Queued", "3"),
        ]);
        using var client = PlanService.ClientOf(app);
        using var viewer = PlanService.ClientOf(app, Service.Token(Role.Viewer));
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var blocking = await source.OpenConnectionAsync(Cancellation);
        var transaction = await blocking.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("LOCK TABLE projects", blocking))
            await hold.ExecuteNonQueryAsync(Cancellation);
        var sent = Enumerable.Range(0, 8).Select(_ => StatusAsync(client, "{ projects { nodes { id } } }")).ToList();
        var refused = sent.Take(8).ToList();
        for (var i = 0; i < 3; i++)
        {
            var first = await Task.WhenAny(refused);
            (await first).ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Remove(first);
        }

        (await StatusAsync(viewer)).ShouldBe(HttpStatusCode.OK);
        await transaction.DisposeAsync();
        (await Task.WhenAll(refused)).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bodies_that_arrive_slowly_hold_up_nobody_and_end_in_time()
    {
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:Concurrent", "2"),
            ("RateLimits:Queued", "1"),
            ("GraphQL:BodyTimeoutSeconds", "4"),
        ]);
        var log = KeptLog.Of(app);
        using var client = PlanService.ClientOf(app);
        await StatusAsync(client);
        var slow = Enumerable.Range(0, 12).Select(_ => SlowAsync(new Uri(app.Urls.First()), 30_000, 700)).ToList();
        await Task.Delay(500, Cancellation);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
            (await StatusAsync(client)).ShouldBe(HttpStatusCode.OK);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        foreach (var (answer, took) in await Task.WhenAll(slow))
        {
            answer.ShouldStartWith("HTTP/1.1 408");
            took.ShouldBeLessThan(TimeSpan.FromSeconds(12));
        }

        // Their connections end in order, too.
        await app.StopAsync(Cancellation);
        log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Large_bodies_have_a_limit_of_their_own()
    {
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:LargeBodies", "2"),
            ("GraphQL:BodyTimeoutSeconds", "5"),
        ]);
        using var client = PlanService.ClientOf(app);
        var slow = Enumerable.Range(0, 2).Select(_ => SlowAsync(new Uri(app.Urls.First()), 900_000, 80_000)).ToList();
        await Task.Delay(1_500, Cancellation);
        var large = $"{{ __typename }} #{Repeat(10, new string('x', 9_000) + "\n#")}";
        (await StatusAsync(client, large)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(client)).ShouldBe(HttpStatusCode.OK);
        await Task.WhenAll(slow);
        (await StatusAsync(client, large)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Sends a body in pieces, two a second, until it is answered; never all of it.</summary>
    private static async Task<(string Answer, TimeSpan Took)> SlowAsync(Uri url, int announced, int bytesPerPiece)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(url.Host, url.Port, Cancellation);
        await using var stream = connection.GetStream();
        var head =
            $"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {announced}\r\n\r\n";
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(head), Cancellation);
        using var reader = new StreamReader(stream, leaveOpen: true);
        var buffer = new char[2_000];
        var answer = reader.ReadAsync(buffer, Cancellation).AsTask();
        for (var sent = 0; !answer.IsCompleted && sent + bytesPerPiece < announced; sent += bytesPerPiece)
        {
            await stream.WriteAsync(new byte[bytesPerPiece], Cancellation);
            await Task.WhenAny(answer, Task.Delay(500, Cancellation));
        }

        return (new string(buffer, 0, await answer), watch.Elapsed);
    }

    [Fact]
    public async Task A_batch_is_answered_where_batches_are_enabled()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:MaxBatch", "2")]);
        using var client = PlanService.ClientOf(app);
        (
            await BatchAsync(client, """[{ "query": "{ a: __typename }" }, { "query": "{ nothing }" }]""")
        ).ShouldStartWith("""[{"data":{"a":"Query"}},{"errors":[""");
        (await BatchAsync(client, "[]")).ShouldContain("INVALID_REQUEST");
        (await BatchAsync(client, """[{ "query": "{ __typename }" }, {}, {}]""")).ShouldContain("BATCH_TOO_LARGE");
    }

    [Fact]
    public async Task Trusted_documents_are_named_and_where_only_they_are_answered_nothing_else_is()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "offices.graphql"),
            "query Offices($n: Int) { offices(first: $n) { totalCount } }",
            Cancellation
        );
        await using var app = await Service.StartAnotherAsync([
            ("TrustedDocuments:Folder", folder),
            ("TrustedDocuments:Only", "true"),
        ]);
        using var client = PlanService.ClientOf(app);
        (await BatchAsync(client, """{ "documentId": "offices", "variables": { "n": 1 } }""")).ShouldBe(
            """{"data":{"offices":{"totalCount":1}}}"""
        );
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                await File.ReadAllBytesAsync(Path.Combine(folder, "offices.graphql"), Cancellation)
            )
        );
        (
            await client.GetStringAsync(new Uri($"/graphql?documentId=sha256:{hash}", UriKind.Relative), Cancellation)
        ).ShouldContain("totalCount");
        (
            await BatchAsync(client, """{ "query": "query Offices($n: Int) { offices(first: $n) { totalCount } }" }""")
        ).ShouldContain("totalCount");
        (await BatchAsync(client, """{ "query": "{ __typename }" }""")).ShouldContain("DOCUMENT_NOT_TRUSTED");
        (await BatchAsync(client, """{ "documentId": "nothing" }""")).ShouldContain("DOCUMENT_NOT_FOUND");
        (await BatchAsync(client, """{ "documentId": "offices", "query": "{ __typename }" }""")).ShouldContain(
            "INVALID_REQUEST"
        );
        (await BatchAsync(client, """{ "documentId": "offices", "variables": { "n": "x" } }""")).ShouldContain(
            "errors"
        );

        await File.WriteAllTextAsync(Path.Combine(folder, "bad.graphql"), "{ nothing }", Cancellation);
        (
            await Should.ThrowAsync<HostingException>(Service.StartAnotherAsync([("TrustedDocuments:Folder", folder)]))
        ).Message.ShouldContain("bad.graphql");
        (
            await Should.ThrowAsync<HostingException>(Service.StartAnotherAsync([("TrustedDocuments:Only", "true")]))
        ).Message.ShouldContain("Folder");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_schema_is_told_to_whom_it_is_to_be_told()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:Introspection", "SignedIn")]);
        using var nobody = PlanService.ClientOf(app);
        using var viewer = PlanService.ClientOf(app, Service.Token(Role.Viewer));
        foreach (
            var query in (string[])
                [
                    "{ __schema { queryType { name } } }",
                    "{ ...F } fragment F on Query { __type(name: \"Query\") { name } }",
                ]
        )
        {
            PlanService.CodeOf(await Service.AskAsync(query, client: nobody)).ShouldBe("INTROSPECTION_DISABLED");
            await Service.QueryAsync(query, client: viewer);
            // Also once the document is known.
            PlanService.CodeOf(await Service.AskAsync(query, client: nobody)).ShouldBe("INTROSPECTION_DISABLED");
        }

        await Service.QueryAsync("{ __typename }", client: nobody);
        foreach (
            var query in (string[])
                [
                    "{ project { totalCount } }",
                    "{ projects(firts: 1) { totalCount } }",
                    "{ ...F } fragment F on Projekt { id }",
                    "query ($x: ProjectFilterInpt) { projects(where: $x) { totalCount } }",
                    "{ projects(order: [{ nam: ASC }]) { totalCount } }",
                    "{ projects(order: [{ name: ASK }]) { totalCount } }",
                    "{ projects { nodes { nmae } } }",
                ]
        )
        {
            (await Service.AskAsync(query, client: viewer)).TryGetProperty("errors", out _).ShouldBeTrue(query);
            var told = await Service.AskAsync(query, client: nobody);
            told.GetProperty("errors")[0].GetProperty("locations").GetArrayLength().ShouldBe(1);
            told.ToString().ShouldNotContain("Did you mean");
        }

        (await Service.AskAsync("{ projects { nodes { nmae } } }", client: viewer))
            .ToString()
            .ShouldContain("Did you mean");
        using var sdl = await nobody.GetAsync(new Uri("/graphql/schema.graphql", UriKind.Relative), Cancellation);
        sdl.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("GraphQL:MaxDepth", "0")]
    [InlineData("GraphQL:MaxTypeCost", "many")]
    [InlineData("GraphQL:Introspection", "Sometimes")]
    [InlineData("RateLimits:Concurrent", "-1")]
    [InlineData("Network:TrustedProxies:0", "nowhere")]
    public async Task A_setting_that_cannot_be_right_ends_the_start_and_is_named(string name, string value) =>
        (await Should.ThrowAsync<HostingException>(Service.StartAnotherAsync([(name, value)]))).Message.ShouldContain(
            name.Split(':')[1]
        );

    private static string Repeat(int times, string text) => string.Join(' ', Enumerable.Repeat(text, times));

    private static string Each(int times, Func<int, string> field) =>
        $"{{ {string.Join(' ', Enumerable.Range(0, times).Select(field))} }}";

    private static string Fields(int count) => $"{{ projects {{ {Repeat(count - 1, "totalCount\n")} }} }}";

    /// <summary>Fields below fields, the first of them of a fragment.</summary>
    private static string Deep(int levels)
    {
        var text = "name";
        for (var i = 0; i < levels - 2; i++)
            text = $"ofType {{ {text} }}";
        return $"{{ ... on Query {{ __type(name: \"x\") {{ {text} }} }} }}";
    }

    private static string Ledger(int first) =>
        $"{{ projects(first: 500) {{ nodes {{ ledger(first: {first}) {{ nodes {{ id }} }} }} }} }}";

    private async Task<(int, int)> CostAsync(string query, object? variables)
    {
        var cost = (await HeaderAsync(query, "validate", variables))
            .GetProperty("extensions")
            .GetProperty("operationCost");
        return (cost.GetProperty("fieldCost").GetInt32(), cost.GetProperty("typeCost").GetInt32());
    }

    private async Task<JsonElement> HeaderAsync(string query, string header, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Add("GraphQL-Cost", header);
        using var response = await Service.Client.SendAsync(request, Cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string query = "{ __typename }")
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query }, Cancellation);
        return response.StatusCode;
    }

    private static async Task<string> BatchAsync(HttpClient client, string body)
    {
        using var content = new StringContent(
            body,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );
        using var response = await client.PostAsync(new Uri("/graphql", UriKind.Relative), content, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
