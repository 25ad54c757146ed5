namespace TeacherDevPlan.Benchmarks.Load;

/// <param name="Data">The folder of a service's data with a seeded country; null makes one for this run.</param>
/// <param name="Time">How long each measurement runs.</param>
/// <param name="Rounds">How often both sides take turns.</param>
/// <param name="Queries">Names of the queries to measure; of all where it is empty, and then what is measured besides.</param>
/// <param name="Scale">Whether to measure on one and on four million disbursements, too; to make them takes minutes.</param>
/// <param name="Write">Whether the figures go into docs/performance.md.</param>
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
