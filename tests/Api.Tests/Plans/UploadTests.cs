using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>A plan's file comes as a part of a multipart request, or as base64.</summary>
public sealed class UploadTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Mutation =
        "mutation ($content: String, $file: Upload) { importPlan(input: { content: $content, file: $file }) { "
        + "report { outcome } errors { __typename ... on Error { message code } ... on ValidationError { field } } } }";

    private const string Operations =
        """{"query": "mutation ($file: Upload) { importPlan(input: { file: $file }) { report { outcome } } }", "variables": {"file": null}}""";

    private readonly HttpClient officer = service.As(service.Token(Role.PlanOfficer));

    public static TheoryData<string, string, string[]> Malformed { get; } =
        new()
        {
            { Operations, """{"0": ["variables.file"]}""", [] },
            { Operations, """{"0": ["variables.file"]}""", ["0", "0"] },
            { Operations, """{"0": ["variables.file"]}""", ["0", "1"] },
            { Operations, """{"0": ["variables.file", "variables.file"]}""", ["0"] },
            { Operations, """{"0": ["variables.file"], "0": ["variables.file"]}""", ["0"] },
            { Operations, """{"0": []}""", ["0"] },
            { Operations, """{"0": "variables.file"}""", ["0"] },
            { Operations, """{"0": ["variables.other"]}""", ["0"] },
            { Operations, """{"0": ["query"]}""", ["0"] },
            { Operations, """{"0": ["0.variables.file"]}""", ["0"] },
            { Operations, """{"0": [1]}""", ["0"] },
            { Operations, "[]", ["0"] },
            { Operations, "{", ["0"] },
            { "{", """{"0": ["variables.file"]}""", ["0"] },
            { """{"query": "\ud800", "variables": {"file": null}}""", """{"0": ["variables.file"]}""", ["0"] },
            { "null", """{"0": ["variables.file"]}""", ["0"] },
            { Operations, "{}", [.. Enumerable.Range(0, 40).Select(index => $"{index}")] },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] Plan => Encoding.UTF8.GetBytes(Sample().ToJsonString());

    [Fact]
    public async Task A_file_is_a_part_or_base64()
    {
        var multipart = await AnswerAsync(Form(Operations, """{"0": ["variables.file"]}""", ["0"]));
        multipart.ToString().ShouldContain("UNCHANGED");
        var base64 = new { query = Mutation, variables = new { file = Convert.ToBase64String(Plan) } };
        (await AnswerAsync(JsonContent.Create(base64))).ToString().ShouldContain("UNCHANGED");
        var literal = Mutation.Replace(
            "$file }",
            $"\"{Convert.ToBase64String("แผน"u8)}\" }}",
            StringComparison.Ordinal
        );
        var refused = await AnswerAsync(
            JsonContent.Create(new { query = literal.Replace(", $file: Upload", "", StringComparison.Ordinal) })
        );
        refused.ToString().ShouldContain("PlanFileRefusedError");
    }

    [Fact]
    public async Task Files_of_a_batch_find_their_operations()
    {
        const string map = """{"0": ["0.variables.file"], "1": ["1.variables.file"]}""";
        var answer = await AnswerAsync(Form($"[{Operations}, {Operations}]", map, ["0", "1"]));
        answer.ToString().ShouldContain("BATCH_NOT_SUPPORTED");
    }

    [Fact]
    public async Task Exactly_one_of_content_and_file_is_given()
    {
        foreach (var variables in new object[] { new { }, new { content = "แผน", file = "4LmB" } })
        {
            var answer = await AnswerAsync(JsonContent.Create(new { query = Mutation, variables }));
            var error = answer.GetProperty("data").GetProperty("importPlan").GetProperty("errors")[0];
            error.GetProperty("__typename").GetString().ShouldBe("ValidationError");
            error.GetProperty("field").GetString().ShouldBe("content");
        }
    }

    [Fact]
    public async Task What_is_not_base64_is_refused_without_repeating_it()
    {
        var variables = new { file = new string('?', 100_000) };
        using var response = await PostAsync(JsonContent.Create(new { query = Mutation, variables }));
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        ((int)response.StatusCode).ShouldBeLessThan(500);
        answer.ShouldContain("Variable '$file' is invalid");
        answer.Length.ShouldBeLessThan(5_000);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var response = await PostAsync(
            Form(Operations, """{"0": ["variables.file"]}""", ["0"]),
            preflight: false
        );
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("GraphQL-Preflight");
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_request_is_refused(string operations, string map, string[] parts)
    {
        using var response = await PostAsync(Form(operations, map, parts));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("INVALID_");
    }

    [Fact]
    public async Task A_request_that_is_cut_off_is_refused()
    {
        var whole = await Form(Operations, """{"0": ["variables.file"]}""", ["0"]).ReadAsByteArrayAsync(Cancellation);
        var random = new Random(9);
        for (var round = 0; round < 20; round++)
        {
            var cut = new ByteArrayContent(whole[..random.Next(whole.Length - 4)]);
            cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
            using var response = await PostAsync(cut);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"seed 9, round {round}");
        }
    }

    private async Task<JsonElement> AnswerAsync(HttpContent content)
    {
        using var response = await PostAsync(content);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, bool preflight = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (preflight)
            request.Headers.Add("GraphQL-Preflight", "1");
        return await officer.SendAsync(request, Cancellation);
    }

    private static MultipartFormDataContent Form(string operations, string map, string[] parts)
    {
        var form = new MultipartFormDataContent("x")
        {
            { new StringContent(operations), "operations" },
            { new StringContent(map), "map" },
        };
        foreach (var part in parts)
            form.Add(new ByteArrayContent(Plan), part, "plan.json");
        return form;
    }
}
