using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>
/// One of the two that are compared, and a client for it that does little: it sends what was made beforehand, and lets the answer
/// run through.
/// </summary>
/// <param name="name">"service" or "baseline".</param>
/// <param name="request">What to send for a call.</param>
internal sealed class Side(string name, int serverId, int postgresId, Func<LoadCall, HttpRequestMessage> request)
    : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] Begin = Encoding.ASCII.GetBytes("""{"data":{""");

    private readonly HttpClient http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMinutes(1) };

    public string Name => name;

    public int ServerId => serverId;

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

    /// <summary>CPU time so far, of the server and of PostgreSQL with all its backends.</summary>
    public (TimeSpan Server, TimeSpan Postgres) Cpu() => (CpuTime.Of(serverId), CpuTime.OfTree(postgresId));

    /// <summary>Sends one request and lets the answer run through: how many bytes its body had.</summary>
    public async Task<long> SendAsync(LoadCall call, CancellationToken cancellationToken)
    {
        using var message = request(call);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
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

    /// <summary>The answer as a whole; it must have no errors.</summary>
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
