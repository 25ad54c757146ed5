namespace TeacherDevPlan.Benchmarks.Shapes;

/// <param name="Data">The folder of a service's data with a seeded country.</param>
/// <param name="Url">A service that runs on it already; null starts one.</param>
/// <param name="Time">How long to measure at most: a part of the queries, drawn at random, takes that; null measures all.</param>
/// <param name="Csv">The file that the full list goes into; null for none.</param>
/// <param name="Lists">Names of the root lists to measure; of all where it is empty.</param>
internal sealed record ShapesOptions(string Data, Uri? Url, TimeSpan? Time, string? Csv, IReadOnlyList<string> Lists);
