using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.Polling;

/// <summary>Asks by GET as a dashboard does, with the tag of the answer that it has.</summary>
internal static class Poller
{
    public static Task<Polled> GetAsync(
        HttpClient client,
        string query,
        string? ifNoneMatch = null,
        params (string Name, string Value)[] headers
    ) => GetAtAsync(client, $"/graphql?query={Uri.EscapeDataString(query)}", ifNoneMatch, headers);

    public static async Task<Polled> GetAtAsync(
        HttpClient client,
        string url,
        string? ifNoneMatch,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Polled(
            response.StatusCode,
            response.Headers.ETag?.ToString(),
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response.Headers,
            response.Content.Headers
        );
    }

    /// <summary>The tag of an answer that must have one.</summary>
    public static async Task<string> TagAsync(
        HttpClient client,
        string query,
        params (string Name, string Value)[] headers
    )
    {
        var answer = await GetAsync(client, query, null, headers);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Tag.ShouldNotBeNull(answer.Text);
    }
}

internal sealed record Polled(
    HttpStatusCode Status,
    string? Tag,
    byte[] Body,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders
)
{
    public bool IsUnchanged => Status == HttpStatusCode.NotModified;

    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>As it was sent.</summary>
    public string? CacheControl =>
        Headers.NonValidated.TryGetValues("Cache-Control", out var values) ? values.ToString() : null;

    public JsonElement Data => JsonDocument.Parse(Body).RootElement.GetProperty("data");
}
