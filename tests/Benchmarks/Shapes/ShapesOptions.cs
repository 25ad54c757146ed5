namespace TeacherDevPlan.Benchmarks.Shapes;

/// <param name="Data">A data folder with a seeded country.</param>
/// <param name="Url">The URL of a service that already runs on it; null starts one.</param>
/// <param name="Time">The maximum duration, for which a random sample of the queries is measured; null measures
/// all.</param>
/// <param name="Csv">The file for the full list, or null.</param>
/// <param name="Lists">The root lists to measure; all if empty.</param>
internal sealed record ShapesOptions(string Data, Uri? Url, TimeSpan? Time, string? Csv, IReadOnlyList<string> Lists);
