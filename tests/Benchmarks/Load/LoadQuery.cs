using System.Text.Json;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>One request in all its forms.</summary>
/// <param name="Body">What is posted to the service.</param>
/// <param name="Poll">The same as the query of a URL, for those who poll by GET.</param>
/// <param name="Path">What is asked of the baseline.</param>
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
/// <param name="What">In words.</param>
/// <param name="Calls">Its requests, with parameters all over the country; they take turns.</param>
internal sealed record LoadQuery(string Name, string What, IReadOnlyList<LoadCall> Calls, LoadGoal Goal);

/// <summary>What a query is held to.</summary>
internal enum LoadGoal
{
    /// <summary>CPU time of a request, server and PostgreSQL together: 1.25 times the baseline's at most.</summary>
    CpuRatio,

    /// <summary>Half of the baseline's requests per second at least.</summary>
    Throughput,

    /// <summary>Half of the answers within 15 ms, with one client.</summary>
    Latency,
}
