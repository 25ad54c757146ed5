using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

public sealed class HttpTests(PlanService service) : PlanTests(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Introspection_has_the_fields_of_the_edition_of_September_2025()
    {
        var schema = await Service.QueryAsync(
            """
            { __schema { directives { name isRepeatable args(includeDeprecated: true) { name isDeprecated deprecationReason } }
                types { name kind specifiedByURL isOneOf inputFields(includeDeprecated: true) { name isDeprecated }
                  fields(includeDeprecated: true) { args(includeDeprecated: true) { name isDeprecated } } } } }
            """
        );
        var types = schema.GetProperty("__schema").GetProperty("types").EnumerateArray().ToList();
        Specified("DateTime").ShouldBe("https://www.rfc-editor.org/rfc/rfc3339");
        Specified("Project").ShouldBeNull();
        var sdl = await Service.Client.GetStringAsync(
            new Uri("/graphql/schema.graphql", UriKind.Relative),
            Cancellation
        );
        sdl.ShouldContain("scalar DateTime @specifiedBy(url: \"https://www.rfc-editor.org/rfc/rfc3339\")");

        string? Specified(string name) =>
            types
                .Single(type => type.GetProperty("name").GetString() == name)
                .GetProperty("specifiedByURL")
                .GetString();
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphiql/index.html")]
    public async Task Every_page_has_a_policy_for_its_content(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'self'");
    }

    [Fact]
    public async Task Errors_of_fields_are_a_hundred_and_a_number()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"p{i}: position"));
        var answer = await Service.AskAsync($"{{ staff {{ totalCount nodes {{ id {fields} }} }} }}");
        var staff = answer.GetProperty("data").GetProperty("staff");
        var refused = staff.GetProperty("totalCount").GetInt32() * 20;
        refused.ShouldBeGreaterThan(200);
        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        errors.Count.ShouldBe(101);
        errors[99].GetProperty("path").GetArrayLength().ShouldBe(4);
        errors[100]
            .GetProperty("message")
            .GetString()
            .ShouldBe($"{refused - 100} further errors of fields are not listed.");
        errors[100].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("TOO_MANY_ERRORS");
    }

    [Theory]
    [InlineData("{", "INVALID_JSON")]
    [InlineData("", "INVALID_JSON")]
    [InlineData("[]", "BATCH_NOT_SUPPORTED")]
    [InlineData("7", "INVALID_REQUEST")]
    [InlineData("{}", "QUERY_MISSING")]
    [InlineData("""{ "query": 7 }""", "INVALID_REQUEST")]
    [InlineData("""{ "query": "{ __typename }", "variables": [] }""", "INVALID_REQUEST")]
    [InlineData("""{ "query": "{ __typename }", "extensions": 1 }""", "INVALID_REQUEST")]
    [InlineData("""{ "query": "{ office(code: \"a\\u0000\") { id } }" }""", "INVALID_CHARACTER")]
    [InlineData("""{ "query": "{ __typename } #\u0000" }""", "INVALID_CHARACTER")]
    [InlineData("""{ "query": "{ office(code: \"\\uD800\") { id } }" }""", "INVALID_CHARACTER")]
    [InlineData("""{ "query": "{ __typename }", "operationName": "\u0000" }""", "INVALID_CHARACTER")]
    [InlineData("""{ "query": "{ __typename }", "variables": { "\u0000": 1 } }""", "INVALID_CHARACTER")]
    [InlineData("""{ "query": "subscription { x }" }""", "OPERATION_NOT_SUPPORTED")]
    [InlineData("""{ "query": "{ __typename } extend type Query { x: Int }" }""", "NOT_EXECUTABLE")]
    [InlineData(
        """{ "query": "query ($c: String!) { office(code: $c) { id } }", "variables": { "c": "\u0000" } }""",
        "INVALID_CHARACTER"
    )]
    [InlineData(
        """{ "query": "query ($c: String!) { office(code: $c) { id } }", "variables": { "c": "\ud800" } }""",
        "INVALID_CHARACTER"
    )]
    public async Task A_request_that_is_not_well_formed_is_a_400_with_a_code(string body, string code)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe(code);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_400()
    {
        using var response = await PostAsync([.. "{\"query\":\"{ __typename } #"u8, 0xC3, 0x28, .. "\"}"u8]);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe("INVALID_UTF8");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("")]
    public async Task A_POST_that_a_foreign_page_could_send_is_refused(string contentType)
    {
        using var response = await PostAsync("{\"query\":\"{ __typename }\"}"u8.ToArray(), contentType);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await CodeAsync(response)).ShouldBe("UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    public async Task UTF8_may_be_named_in_each_way_that_HTTP_has(string contentType)
    {
        using var response = await PostAsync("{\"query\":\"{ __typename }\"}"u8.ToArray(), contentType);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Accept", contentType);
        using var read = await Service.Client.SendAsync(request, Cancellation);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql?query={offices{totalCount}}")]
    [InlineData("/graphql?query={")]
    [InlineData("/graphql?query=mutation{__typename}")]
    [InlineData("/graphql")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/health/live")]
    [InlineData("/graphiql/index.html")]
    public async Task HEAD_gets_what_GET_would_without_the_body(string path)
    {
        using var get = await Service.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await Service.Client.SendAsync(request, Cancellation);
        head.StatusCode.ShouldBe(get.StatusCode);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        (await head.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/graphql")]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql?query={")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphiql/index.html")]
    [InlineData("/health/ready")]
    [InlineData("/nowhere")]
    public async Task Every_response_has_a_policy_that_no_page_can_be_built_into(string path)
    {
        foreach (var accept in (string[])["text/html", "*/*"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd(accept);
            using var response = await Service.Client.SendAsync(request, Cancellation);
            var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldStartWith("default-src 'self'; ");
            policy.ShouldContain("frame-ancestors 'none'");
        }
    }

    /// <summary>What is absent or empty means the same, however the request is sent.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    public async Task Empty_variables_and_a_byte_order_mark_are_tolerated_alike(string variables)
    {
        var uri = $"/graphql?query={{__typename}}&variables={Uri.EscapeDataString(variables)}";
        using var get = await Service.Client.GetAsync(new Uri(uri, UriKind.Relative), Cancellation);
        get.StatusCode.ShouldBe(HttpStatusCode.OK);
        var value = variables.Length == 0 ? "\"\"" : variables.TrimStart('\uFEFF');
        var body = $"{{\"query\":\"\uFEFF{{ __typename }}\",\"variables\":{value}}}";
        using var post = await PostAsync([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(body)]);
        post.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"query":"{ __typename }","query":"{ a: __typename }"}""")]
    [InlineData("""{"query":"query ($a: [Int]) { __typename }","variables":{"a":[1],"\u0061":[2]}}""")]
    [InlineData("""{"query":"{ __typename }","extensions":{"x":{"y":1,"y":1}}}""")]
    public async Task A_name_that_is_given_twice_is_refused(string body)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe("INVALID_JSON");
    }

    [Theory]
    [InlineData(9_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public async Task A_URL_that_is_too_long_gets_an_error_in_JSON(int length)
    {
        var uri = $"/graphql?query={{__typename}}%23{new string('x', length)}";
        using var response = await Service.Client.GetAsync(new Uri(uri, UriKind.Relative), Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        (await CodeAsync(response)).ShouldBe("URL_TOO_LONG");
    }

    [Theory]
    [InlineData(1, 33_000)]
    [InlineData(1, 200_000)]
    [InlineData(101, 1)]
    [InlineData(900, 1)]
    public async Task Headers_that_are_too_large_get_an_error_in_JSON(int count, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        for (var i = 0; i < count; i++)
            request.Headers.Add($"X-{i}", new string('x', length));
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        (await CodeAsync(response)).ShouldBe("HEADERS_TOO_LARGE");
    }

    [Theory]
    [InlineData("2566.0", true)]
    [InlineData("2566.00", true)]
    [InlineData("2.566e3", true)]
    [InlineData("2566.5", false)]
    [InlineData("2566000000.0", false)]
    [InlineData("\"2566\"", false)]
    public async Task A_whole_number_is_an_Int_however_JSON_writes_it(string number, bool isOne)
    {
        var body =
            $"{{\"query\":\"query ($y: Int!) {{ developmentPlan(officeCode: \\\"TH-43-P2\\\", fiscalYear: $y) {{ id }} }}\",\"variables\":{{\"y\":{number}}}}}";
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        answer.TryGetProperty("errors", out _).ShouldBe(!isOne, answer.ToString());
    }

    [Theory]
    [InlineData("{ projects(first: 1e) { totalCount } }")]
    [InlineData("{ projects(first: 1last: 2) { totalCount } }")]
    [InlineData("{ projects(first: 0x1) { totalCount } }")]
    [InlineData("{ nodes(ids: [1...2]) { id } }")]
    [InlineData("{ projects(where: { statedBudget: { eq: 1.5kg } }) { totalCount } }")]
    [InlineData("{ projects(where: { statedBudget: { eq: 1_000 } }) { totalCount } }")]
    public async Task What_is_glued_to_a_number_is_a_syntax_error(string query) =>
        PlanService.CodeOf(await Service.AskAsync(query)).ShouldBe("SYNTAX_ERROR");

    [Theory]
    [InlineData("\"\\u{E01}\"", "ก")]
    [InlineData("\"\\u{1F600}x\"", "😀x")]
    [InlineData("\"a\\\\u{E01}\"", "a\\u{E01}")]
    [InlineData("\"\"\"\\u{E01} \\\"\"\"x\"\"\"", "\\u{E01} \"\"\"x")]
    [InlineData("#\"\n\"\\u{00E01}\"", "ก")]
    [InlineData("\"\\u{110000}\"", null)]
    [InlineData("\"\\u{D800}\"", null)]
    [InlineData("\"\\u{}\"", null)]
    [InlineData("\"\\u{1\"", null)]
    public async Task Escapes_in_braces_are_characters(string literal, string? value)
    {
        var answer = await Service.AskAsync(
            $"{{ nodes(ids: [{literal}]) {{ id }} projects(after: {literal}) {{ totalCount }} }}"
        );
        if (value is null)
        {
            PlanService.CodeOf(answer).ShouldBe("SYNTAX_ERROR");
            return;
        }

        var written = await Service.AskAsync(
            "query ($x: ID!, $y: String) { nodes(ids: [$x]) { id } projects(after: $y) { totalCount } }",
            new { x = value, y = value }
        );
        answer
            .GetProperty("errors")[0]
            .GetProperty("message")
            .ToString()
            .ShouldBe(written.GetProperty("errors")[0].GetProperty("message").ToString());
    }

    [Fact]
    public async Task A_body_over_one_megabyte_is_refused()
    {
        using var response = await PostAsync(new byte[1024 * 1024 + 1]);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CodeAsync(response)).ShouldBe("REQUEST_TOO_LARGE");
    }

    [Theory]
    [InlineData("application/graphql-response+json", "{ nothing }", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{ nothing }", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/graphql-response+json", "{ __typename }", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", "{ projects(first: 0) { totalCount } }", HttpStatusCode.OK)]
    [InlineData("image/png", "{ __typename }", HttpStatusCode.NotAcceptable)]
    public async Task The_status_follows_the_specification(string accept, string query, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(status);
        if (status != HttpStatusCode.NotAcceptable)
            response.Content.Headers.ContentType!.MediaType.ShouldBe(accept);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_refused_with_those_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
        (await CodeAsync(response)).ShouldBe("METHOD_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new ByteArrayContent([0x1F, 0x8B]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await Service.Client.PostAsync(
            new Uri("/graphql", UriKind.Relative),
            content,
            Cancellation
        );
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_small_query_with_an_answer_beyond_all_measure_ends_with_an_error()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:MaxListItems", "100")]);
        using var client = PlanService.ClientOf(app);
        const string query = "{ projects { nodes { plan { projects { nodes { plan { id } } } } } } }";
        var error = await Service.ErrorAsync(query, client: client);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("RESULT_TOO_LARGE");
        await Service.QueryAsync("{ projects { totalCount } }", client: client);
    }

    [Fact]
    public async Task GET_queries_and_a_mutation_by_GET_is_refused()
    {
        var answer = await Service.Client.GetStringAsync(
            new Uri(
                "/graphql?query=query($c:String!){office(code:$c){code}}&variables={\"c\":\"TH-43-P2\"}",
                UriKind.Relative
            ),
            Cancellation
        );
        answer.ShouldBe("""{"data":{"office":{"code":"TH-43-P2"}}}""");
        using var response = await Service.Client.GetAsync(
            new Uri("/graphql?query=mutation{__typename}", UriKind.Relative),
            Cancellation
        );
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Thai_comes_out_as_UTF8()
    {
        var answer = await Service.Client.GetStringAsync(
            new Uri("/graphql?query={office(code:\"TH-43-P2\"){province}}", UriKind.Relative),
            Cancellation
        );
        answer.ShouldBe("""{"data":{"office":{"province":"หนองคาย"}}}""");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_for_who_accepts_it(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={projects{nodes{name}}}");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
    }

    [Theory]
    [InlineData("https://dashboard.example", true)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://127.0.0.1:5173", true)]
    [InlineData("http://localhost.elsewhere.example", false)]
    [InlineData("null", false)]
    public async Task Only_configured_origins_may_read_from_other_pages(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(allowed);
    }

    [Fact]
    public async Task In_production_pages_of_this_machine_must_be_configured_too()
    {
        await using var app = await Service.StartAnotherAsync([
            ("ConnectionStrings:TeacherDevPlan", Service.Logins.Service),
        ]);
        using var client = PlanService.ClientOf(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Add("Origin", "http://localhost:3000");
        using var response = await client.SendAsync(request, Cancellation);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_names_its_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("X-Request-Id", "from-the-client.1");
        using var named = await Service.Client.SendAsync(request, Cancellation);
        named.Headers.GetValues("X-Request-Id").ShouldBe(["from-the-client.1"]);
        using var unnamed = await Service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        unnamed.StatusCode.ShouldBe(HttpStatusCode.OK);
        unnamed.Headers.GetValues("X-Request-Id").Single().Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_failure_inside_is_told_by_a_code_and_nothing_else()
    {
        await Service.ExecuteSqlAsync("ALTER TABLE districts RENAME TO districts_away");
        try
        {
            var answer = await Service.AskAsync("{ office(code: \"TH-43-P2\") { code districts { name } } }");
            var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
            error.GetProperty("extensions").ToString().ShouldBe("""{"code":"INTERNAL_ERROR"}""");
            error.ToString().ShouldNotContain("districts_away");
            error.GetProperty("message").GetString()!.ShouldNotContain("relation");
        }
        finally
        {
            await Service.ExecuteSqlAsync("ALTER TABLE districts_away RENAME TO districts");
        }
    }

    [Fact]
    public async Task A_browser_gets_GraphiQL_from_the_service_itself()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await Service.Client.SendAsync(request, Cancellation);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        page.ShouldNotContain("http");
        foreach (var file in page.Split('"').Where(part => part.StartsWith("/graphiql/", StringComparison.Ordinal)))
            (await Service.Client.GetAsync(new Uri(file, UriKind.Relative), Cancellation)).StatusCode.ShouldBe(
                HttpStatusCode.OK,
                file
            );
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        if (contentType.Length > 0)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await Service.Client.PostAsync(new Uri("/graphql", UriKind.Relative), content, Cancellation);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }
}
