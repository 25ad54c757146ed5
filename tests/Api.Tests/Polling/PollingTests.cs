using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Harness;
using static TeacherDevPlan.Api.Tests.Polling.Poller;

namespace TeacherDevPlan.Api.Tests.Polling;

/// <summary>Responses to GET have a tag, and a client that has the response gets a 304 without the query being run.</summary>
public sealed class PollingTests(PlanService service) : PlanTests(service)
{
    private const string Projects = "{ projects { nodes { number name budget { planned } } } }";
    private const string Offices = "{ offices { nodes { code name } } }";

    [Fact]
    public async Task An_unchanged_answer_is_told_without_a_query_and_without_a_body()
    {
        var first = await GetAsync(Service.Client, Projects);
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.CacheControl.ShouldBe("public, no-cache");
        first.Tag!.ShouldStartWith("\"");
        Service.Statements.Reset();
        var second = await GetAsync(Service.Client, Projects, first.Tag);
        second.Status.ShouldBe(HttpStatusCode.NotModified);
        second.Body.ShouldBeEmpty();
        second.Tag.ShouldBe(first.Tag);
        second.CacheControl.ShouldBe(first.CacheControl);
        second.Headers.Vary.ShouldBe(first.Headers.Vary, ignoreOrder: true);
        second.Headers.Vary.ShouldBe(
            ["Accept", "Accept-Language", "Authorization", "Accept-Encoding", "GraphQL-Cost"],
            ignoreOrder: true
        );
        Service.Statements.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"other\", W/\"more\" , W/{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("\"AAECAwQFBgcICQoLDA0ODxAR\"", false)]
    [InlineData("what is this", false)]
    [InlineData("", false)]
    public async Task Any_of_the_clients_tags_counts_and_what_is_none_does_not(string header, bool unchanged)
    {
        var tag = await TagAsync(Service.Client, Projects);
        var ifNoneMatch = header.Replace("{0}", tag, StringComparison.Ordinal);
        var answer = await GetAsync(Service.Client, Projects, ifNoneMatch);
        answer.IsUnchanged.ShouldBe(unchanged);
        answer.Tag.ShouldBe(tag);
    }

    [Fact]
    public async Task A_tag_is_of_one_question_alone()
    {
        var tag = await TagAsync(Service.Client, Projects);
        (await GetAsync(Service.Client, Projects.Replace("number ", ""), tag)).IsUnchanged.ShouldBeFalse();
        (await GetAsync(Service.Client, Offices, tag)).IsUnchanged.ShouldBeFalse();
        (await GetAsync(Service.Client, "mutation { __typename }", tag)).Status.ShouldBe(
            HttpStatusCode.MethodNotAllowed
        );
        (await GetAsync(Service.Client, Projects, tag, ("GraphQL-Cost", "report"))).Text.ShouldContain("operationCost");
        (await GetAsync(Service.Client, Projects, tag, ("GraphQL-Cost", "maybe"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await GetAsync(Service.Client, Projects, tag, ("Accept", "image/png"))).Status.ShouldBe(
            HttpStatusCode.NotAcceptable
        );
        (
            await GetAsync(Service.Client, Projects, tag, ("Accept", "application/graphql-response+json"))
        ).ContentHeaders.ContentType!.MediaType.ShouldBe("application/graphql-response+json");
    }

    /// <summary>
    /// For each caller, language, coding and media type: a tag is shared by those who get the same bytes in the same
    /// format, and only they are told that nothing has changed.
    /// </summary>
    [Fact]
    public async Task A_tag_stands_for_what_is_sent_whoever_asks_and_in_whatever_form()
    {
        const string query = "{ offices { nodes { code name } } findings { nodes { message } } viewer { name } }";
        (string, string)[][] ways =
        [
            [],
            [("Accept-Language", "th")],
            [("Accept-Encoding", "gzip")],
            [("Accept-Encoding", "br"), ("Accept-Language", "th-TH, en;q=0.5")],
            [("Accept", "application/graphql-response+json")],
        ];
        var got = new List<(string Body, string Tag, HttpClient Client, (string, string)[] Way)>();
        foreach (var caller in Somebody.All.Keys)
        {
            var client = Service.ClientOf(caller);
            foreach (var asked in (string[])[query, Offices])
            foreach (var way in ways)
            {
                var answer = await GetAsync(client, asked, null, way);
                answer.CacheControl.ShouldBe(caller == "nobody" ? "public, no-cache" : "private, no-cache", caller);
                answer.Headers.Vary.Count(name => name == "Accept-Encoding").ShouldBe(1);
                var format = answer.ContentHeaders.ContentType!.MediaType + answer.ContentHeaders.ContentEncoding;
                got.Add((format + Convert.ToBase64String(answer.Body), answer.Tag!, client, way));
                (await GetAsync(client, asked, answer.Tag, way)).IsUnchanged.ShouldBeTrue(caller);
                foreach (var (body, tag, _, _) in got)
                    (await GetAsync(client, asked, tag, way)).IsUnchanged.ShouldBe(body == got[^1].Body, caller);
            }
        }

        var bodies = got.Select(one => one.Body).Distinct().Count();
        got.Select(one => one.Tag).Distinct().Count().ShouldBe(bodies);
        got.Select(one => (one.Body, one.Tag)).Distinct().Count().ShouldBe(bodies);
        bodies.ShouldBeLessThan(got.Count);
        using var forged = Service.As("tdp_forged");
        (await GetAsync(forged, Offices, got[0].Tag)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Personal_data_are_read_and_recorded_each_time()
    {
        const string query = "{ staff { nodes { position } } }";
        var before = await RecordsAsync();
        var first = await GetAsync(Service.Officer, query);
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Tag.ShouldBeNull();
        first.CacheControl.ShouldBe("private, no-store");
        (await GetAsync(Service.Officer, query, "*")).Status.ShouldBe(HttpStatusCode.OK);
        (await RecordsAsync()).ShouldBe(before + 2);

        async Task<int> RecordsAsync()
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(Service.ConnectionString);
            await using var count = source.CreateCommand("SELECT count(*)::int FROM audit_records WHERE kind = 'READ'");
            return (int)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    [Theory]
    [InlineData("{ auditLog { totalCount } }", "administrator")]
    [InlineData("{ accessTokens { totalCount } }", "administrator")]
    [InlineData("{ viewer { name } }", "administrator")]
    [InlineData("{ auditLog { totalCount } }", "nobody")]
    [InlineData("{ projects(first: 0) { totalCount } }", "nobody")]
    [InlineData("{ nothing }", "nobody")]
    [InlineData("{", "nobody")]
    public async Task What_is_refused_or_has_no_version_is_not_to_be_kept(string query, string caller)
    {
        using var client = Service.ClientOf(caller);
        var answer = await GetAsync(client, query, "*");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Tag.ShouldBeNull();
        answer.CacheControl.ShouldBe(caller == "nobody" ? "no-store" : "private, no-store");
    }

    [Fact]
    public async Task A_tag_outlives_the_service_but_not_a_setting_that_refuses_the_query()
    {
        var tag = await TagAsync(Service.Client, Projects);
        await using (var another = await Service.StartAnotherAsync([]))
        {
            using var client = PlanService.ClientOf(another);
            (await GetAsync(client, Projects, tag)).IsUnchanged.ShouldBeTrue();
        }

        await using var limited = await Service.StartAnotherAsync([("GraphQL:MaxListItems", "2")]);
        using var refused = PlanService.ClientOf(limited);
        (await GetAsync(refused, Projects, tag)).Text.ShouldContain("RESULT_TOO_LARGE");
    }

    [Fact]
    public async Task A_tag_outlives_a_killed_service_with_its_database()
    {
        await using var process = new ServiceProcess();
        await process.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = process.GraphQL };
        var answer = await GetAsync(client, Projects);
        process.Kill(entireTree: true);
        await process.StartAsync(TestContext.Current.CancellationToken);
        (await GetAsync(client, Projects, answer.Tag)).IsUnchanged.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_document_under_the_same_name_has_another_tag()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var first = await TagOfDocumentAsync("{ offices { totalCount } }", null);
        first.Status.ShouldBe(HttpStatusCode.OK);
        (await TagOfDocumentAsync("{ offices { totalCount } }", first.Tag)).IsUnchanged.ShouldBeTrue();
        (await TagOfDocumentAsync("{ offices { nodes { code } } }", first.Tag)).Text.ShouldContain("TH-43-P2");
        Directory.Delete(folder, recursive: true);

        async Task<Polled> TagOfDocumentAsync(string document, string? tag)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "one.graphql"),
                document,
                TestContext.Current.CancellationToken
            );
            await using var app = await Service.StartAnotherAsync([("TrustedDocuments:Folder", folder)]);
            using var client = PlanService.ClientOf(app);
            return await GetAtAsync(client, "/graphql?documentId=one", tag);
        }
    }

    [Fact]
    public async Task On_another_day_the_query_is_run_again_and_the_same_response_has_the_same_tag()
    {
        var clock = new Clock { Now = new DateTimeOffset(2026, 3, 31, 16, 59, 0, TimeSpan.Zero) };
        var builder = Server.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.AddFilter<StatementCounter>("Npgsql.Command", LogLevel.Debug).AddProvider(Service.Statements);
        await using var app = Server.Build(builder, Service.Logins, null);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = PlanService.ClientOf(app);
        var tag = await TagAsync(client, Projects);
        (await PollAsync(TimeSpan.FromSeconds(59))).ShouldBe(0);
        (await PollAsync(TimeSpan.FromSeconds(2))).ShouldBe(1);
        (await PollAsync(TimeSpan.Zero)).ShouldBe(0);

        async Task<int> PollAsync(TimeSpan later)
        {
            clock.Now += later;
            Service.Statements.Reset();
            (await GetAsync(client, Projects, tag)).IsUnchanged.ShouldBeTrue();
            return Service.Statements.Seen.Count;
        }
    }

    [Fact]
    public async Task Who_sends_too_much_is_refused_also_where_nothing_has_changed()
    {
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:AnonymousPerSecond", "1"),
            ("RateLimits:AnonymousBurst", "2"),
        ]);
        using var client = PlanService.ClientOf(app);
        var tag = await TagAsync(client, Offices);
        (await GetAsync(client, Offices, tag)).IsUnchanged.ShouldBeTrue();
        (await GetAsync(client, Offices, tag)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_POST_has_no_tag()
    {
        using var content = System.Net.Http.Json.JsonContent.Create(new { query = Offices });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var response = await Service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.ETag.ShouldBeNull();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
