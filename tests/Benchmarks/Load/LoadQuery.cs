using System.Text.Json;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>One request in all its forms.</summary>
/// <param name="Body">The body of a POST to the service.</param>
/// <param name="Poll">The same request as the query string of a GET, for polls.</param>
/// <param name="Path">The path on the baseline.</param>
internal sealed record LoadCall(ReadOnlyMemory<byte> Body, string Poll, string Path)
{
    public static LoadCall Of(string document, object variables, string path) =>
        new(
            JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables }),
            $"?query={Uri.EscapeDataString(document)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}",
            path
        );
}

/// <summary>A measured query.</summary>
/// <param name="Name">"Q1".</param>
/// <param name="What">A description.</param>
/// <param name="Calls">The requests, with parameters all over the country, used in turn.</param>
internal sealed record LoadQuery(string Name, string What, IReadOnlyList<LoadCall> Calls, LoadGoal Goal);

/// <summary>The goal of a query.</summary>
internal enum LoadGoal
{
    /// <summary>CPU time of a request in server and PostgreSQL together: at most 1.25 times the baseline's.</summary>
    CpuRatio,

    /// <summary>Requests per second: at least half of the baseline's.</summary>
    Throughput,

    /// <summary>Median latency with one client: at most 15 ms.</summary>
    Latency,
}
