using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Harness.Shapes;

/// <summary>
/// One connection to the service, like that of a dashboard: sends a query and waits for the whole response.
/// </summary>
internal sealed partial class ShapeClient(Uri endpoint) : IDisposable
{
    private static readonly byte[] Errors = Encoding.ASCII.GetBytes("{\"errors\":");

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1 })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>The latency in ms, and the response.</summary>
    public async Task<(double Time, byte[] Answer)> SendAsync(string query, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { query });
        await content.LoadIntoBufferAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(endpoint, content, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, answer);
    }

    /// <summary>The data, even if some fields have errors.</summary>
    public async Task<JsonElement> DataAsync(string query, CancellationToken cancellationToken)
    {
        var (_, answer) = await SendAsync(query, cancellationToken);
        var json = JsonSerializer.Deserialize<JsonElement>(answer);
        return json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data
            : throw new InvalidOperationException($"{query}: {Encoding.UTF8.GetString(answer)}");
    }

    /// <summary>The code and message of the first error, or null.</summary>
    public static (string Code, string Message)? ErrorOf(byte[] answer)
    {
        if (!answer.AsSpan().StartsWith(Errors))
            return null;
        var first = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("errors")[0];
        var code =
            first.TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var told)
                ? told.GetString()
                : null;
        return (code ?? "", first.GetProperty("message").GetString() ?? "");
    }

    /// <summary>"Type.field" of all fields that need a role, according to the response.</summary>
    public static IEnumerable<string> Hidden(byte[] answer) =>
        NeedsRole().Matches(Encoding.UTF8.GetString(answer)).Select(match => match.Groups["field"].Value);

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"may not use (?<field>\w+\.\w+)")]
    private static partial Regex NeedsRole();
}
