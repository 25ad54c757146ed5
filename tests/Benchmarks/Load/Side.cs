using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>
/// One of the two compared sides, with a client of minimal overhead that sends prepared requests and discards the
/// responses.
/// </summary>
/// <param name="name">"service" or "baseline".</param>
/// <param name="request">Creates the request for a call.</param>
/// <param name="expected">The expected status; a response with status 200 must have data.</param>
internal sealed class Side(
    string name,
    int serverId,
    int postgresId,
    Func<LoadCall, HttpRequestMessage> request,
    HttpStatusCode expected = HttpStatusCode.OK
) : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] Begin = Encoding.ASCII.GetBytes("""{"data":{""");

    private readonly HttpClient http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMinutes(1) };

    public string Name => name;

    public int ServerId => serverId;

    public int PostgresId => postgresId;

    public static Side OfService(Uri endpoint, int serverId, int postgresId) =>
        new(
            "service",
            serverId,
            postgresId,
            call => new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new ReadOnlyMemoryContent(call.Body) { Headers = { ContentType = Json } },
            }
        );

    public static Side OfBaseline(Uri address, int serverId, int postgresId) =>
        new(
            "baseline",
            serverId,
            postgresId,
            call => new HttpRequestMessage(HttpMethod.Get, new Uri(address, call.Path))
        );

    /// <summary>The same service by GET, as polling clients use it.</summary>
    public static Side OfPolls(Uri endpoint, Side service) =>
        new(
            "service by GET",
            service.ServerId,
            service.PostgresId,
            call => new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, call.Poll))
        );

    /// <summary>The same with the ETags of responses that the client already has and that are still valid.</summary>
    public static Side OfUnchanged(
        Uri endpoint,
        Side service,
        IReadOnlyDictionary<LoadCall, EntityTagHeaderValue> tags
    ) =>
        new(
            "service by GET, unchanged",
            service.ServerId,
            service.PostgresId,
            call => new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, call.Poll))
            {
                Headers = { IfNoneMatch = { tags[call] } },
            },
            HttpStatusCode.NotModified
        );

    /// <summary>The ETag of the response.</summary>
    public async Task<EntityTagHeaderValue> TagAsync(LoadCall call, CancellationToken cancellationToken)
    {
        using var message = request(call);
        using var response = await http.SendAsync(message, cancellationToken);
        return response.EnsureSuccessStatusCode().Headers.ETag
            ?? throw new InvalidOperationException($"The response of the {name} has no ETag.");
    }

    /// <summary>The CPU time so far of the server and of PostgreSQL with all its backends.</summary>
    public (TimeSpan Server, TimeSpan Postgres) Cpu() => (CpuTime.Of(serverId), CpuTime.OfTree(postgresId));

    /// <summary>Sends one request and discards the response; returns the size of its body.</summary>
    public async Task<long> SendAsync(LoadCall call, CancellationToken cancellationToken)
    {
        using var message = request(call);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode != expected)
            throw new HttpRequestException($"The {name} answers {(int)response.StatusCode} to {call.Path}.");
        if (expected == HttpStatusCode.NotModified)
            return 0;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var length = await body.ReadAtLeastAsync(buffer, Begin.Length, false, cancellationToken);
            if (!buffer.AsSpan(0, length).StartsWith(Begin))
                throw new InvalidOperationException(
                    $"No answer of the {name}: {Encoding.UTF8.GetString(buffer, 0, length)}"
                );
            long bytes = length;
            while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
                bytes += length;
            return bytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The whole response, which must have no errors.</summary>
    public async Task<JsonElement> AskAsync(LoadCall call, CancellationToken cancellationToken)
    {
        using var message = request(call);
        using var response = await http.SendAsync(message, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var answer = response.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        return answer.ValueKind == JsonValueKind.Object && !answer.TryGetProperty("errors", out _)
            ? answer
            : throw new InvalidOperationException($"The {name} answers {(int)response.StatusCode}: {text}");
    }

    public void Dispose() => http.Dispose();
}
