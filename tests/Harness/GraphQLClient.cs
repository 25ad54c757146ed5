using System.Net.Http.Headers;
using System.Text.Json;

namespace TeacherDevPlan.Harness;

/// <summary>A client like a script: signed in with a token, with one HTTP request per operation.</summary>
public sealed class GraphQLClient(Uri endpoint, string token, int connections, TimeSpan timeout) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private int turn;

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections })
    {
        Timeout = timeout,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Other instances of the service; requests go to all in turn.</summary>
    public IReadOnlyList<Uri> Others { get; init; } = [];

    /// <summary>The whole response.</summary>
    public async Task<JsonElement> SendAsync(string query, object? variables, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query, variables }));
        content.Headers.ContentType = Json;
        using var response = await http.PostAsync(Next(), content, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<JsonElement>(body, cancellationToken: cancellationToken);
    }

    /// <summary>The data of a response, which must have no errors.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(query, variables, cancellationToken);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : answer.GetProperty("data");
    }

    public void Dispose() => http.Dispose();

    private Uri Next() =>
        (uint)Interlocked.Increment(ref turn) % (Others.Count + 1) is var next and > 0
            ? Others[(int)next - 1]
            : endpoint;
}
