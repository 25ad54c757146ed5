namespace TeacherDevPlan.Benchmarks.Load;

/// <param name="Data">A service's data folder with a seeded country; null creates one for this run.</param>
/// <param name="Time">The duration of each measurement.</param>
/// <param name="Rounds">The number of alternating rounds.</param>
/// <param name="Queries">The queries to measure; if empty, all queries and the other measurements.</param>
/// <param name="Scale">Whether to measure one and four million disbursements as well, which takes minutes to
/// seed.</param>
/// <param name="Write">Whether to insert the figures into docs/performance.md.</param>
internal sealed record LoadOptions(
    string? Data,
    TimeSpan Time,
    int Rounds,
    IReadOnlyList<string> Queries,
    bool Scale,
    bool Write
)
{
    public bool Measures(string query) => Queries.Count == 0 || Queries.Contains(query);
}
