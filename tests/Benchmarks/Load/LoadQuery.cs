using System.Text.Json;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>One request in both languages: what is posted to the service, and what is asked of the baseline.</summary>
internal sealed record LoadCall(ReadOnlyMemory<byte> Body, string Path)
{
    public static LoadCall Of(string document, object variables, string path) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables }), path);
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
