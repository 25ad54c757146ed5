using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Automatic persisted queries, as the clients that use them expect them.</summary>
public sealed class PersistedQueryTests(PlanService service) : PlanTests(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hash_stands_for_a_document_that_was_sent_with_it_once()
    {
        var query = $"query Persisted{Guid.NewGuid():N} {{ projects {{ totalCount }} }}";
        (await SendAsync(Service.Client, null, HashOf(query))).ShouldContain("PERSISTED_QUERY_NOT_FOUND");
        (await SendAsync(Service.Client, query, HashOf(query))).ShouldContain("\"totalCount\":10");
        (await SendAsync(Service.Client, null, HashOf(query))).ShouldContain("\"totalCount\":10");
        var extensions = JsonSerializer.Serialize(Extensions(HashOf(query)));
        var url = new Uri($"/graphql?extensions={Uri.EscapeDataString(extensions)}", UriKind.Relative);
        (await Service.Client.GetStringAsync(url, Cancellation)).ShouldContain("\"totalCount\":10");
    }

    [Fact]
    public async Task A_wrong_hash_and_a_document_that_is_invalid_are_not_kept()
    {
        (await SendAsync(Service.Client, "{ projects { totalCount } }", HashOf("other"))).ShouldContain(
            "PERSISTED_QUERY_HASH_MISMATCH"
        );
        (await SendAsync(Service.Client, null, HashOf("other"))).ShouldContain("PERSISTED_QUERY_NOT_FOUND");
        await SendAsync(Service.Client, "{ nothing }", HashOf("{ nothing }"));
        (await SendAsync(Service.Client, null, HashOf("{ nothing }"))).ShouldContain("PERSISTED_QUERY_NOT_FOUND");
        (await SendAsync(Service.Client, null, "short")).ShouldContain("INVALID_REQUEST");
    }

    [Fact]
    public async Task Strangers_push_out_no_documents_of_signed_in_callers_and_fill_only_their_part()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:PersistedQueryCharacters", "20000")]);
        using var stranger = PlanService.ClientOf(app);
        using var officer = PlanService.ClientOf(app, Service.Token(Domain.Access.Role.PlanOfficer));
        const string own = "query Own { projects { totalCount } }";
        await SendAsync(officer, own, HashOf(own));
        var found = 0;
        for (var i = 0; i < 200; i++)
            await SendAsync(stranger, Numbered(i), HashOf(Numbered(i)));
        for (var i = 0; i < 200; i++)
            found += (await SendAsync(stranger, null, HashOf(Numbered(i)))).Contains("NOT_FOUND") ? 0 : 1;
        found.ShouldBeInRange(1, 40);
        (await SendAsync(officer, null, HashOf(own))).ShouldContain("\"totalCount\":10");
    }

    [Fact]
    public async Task Where_it_is_turned_off_clients_are_told_so()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:PersistedQueryCharacters", "0")]);
        using var client = PlanService.ClientOf(app);
        (await SendAsync(client, null, HashOf("x"))).ShouldContain("PERSISTED_QUERY_NOT_SUPPORTED");
    }

    private static string Numbered(int i) => $"query N{i} {{ __typename }}";

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static object Extensions(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static async Task<string> SendAsync(HttpClient client, string? query, string hash)
    {
        using var response = await client.PostAsJsonAsync(
            "/graphql",
            new { query, extensions = Extensions(hash) },
            Cancellation
        );
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        if (text.Contains("PERSISTED_QUERY_NOT_FOUND", StringComparison.Ordinal))
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return text;
    }
}
