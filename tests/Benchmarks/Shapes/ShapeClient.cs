using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <summary>One connection to the service, as a dashboard has: sends a query, and waits for the whole answer.</summary>
internal sealed partial class ShapeClient(Uri endpoint) : IDisposable
{
    private static readonly byte[] Errors = Encoding.ASCII.GetBytes("{\"errors\":");

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1 })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>How long it took, in ms, and what came.</summary>
    public async Task<(double Time, byte[] Answer)> SendAsync(string query, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { query });
        await content.LoadIntoBufferAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(endpoint, content, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, answer);
    }

    /// <summary>The data, also where some of it could not be told.</summary>
    public async Task<JsonElement> DataAsync(string query, CancellationToken cancellationToken)
    {
        var (_, answer) = await SendAsync(query, cancellationToken);
        var json = JsonSerializer.Deserialize<JsonElement>(answer);
        return json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data
            : throw new InvalidOperationException($"{query}: {Encoding.UTF8.GetString(answer)}");
    }

    /// <summary>The first error's code and message; null where there is none.</summary>
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

    /// <summary>"Type.field" of all that the answer says a role is needed for.</summary>
    public static IEnumerable<string> Hidden(byte[] answer) =>
        NeedsRole().Matches(Encoding.UTF8.GetString(answer)).Select(match => match.Groups["field"].Value);

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"may not use (?<field>\w+\.\w+)")]
    private static partial Regex NeedsRole();
}
