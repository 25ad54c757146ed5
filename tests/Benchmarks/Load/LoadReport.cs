using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>The figures as Markdown: the goals, then each query on both sides.</summary>
internal static class LoadReport
{
    public static string Of(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Comparison> comparisons)
    {
        var lines = new List<string> { "| what | goal | measured | met | |", "|---|---|---|---|---|" };
        lines.AddRange(
            outcomes.Select(one =>
                $"| {one.What} | {one.Wanted} | {one.Measured} | {(one.IsMet ? "yes" : "**not met**")} | {one.Note} |"
            )
        );
        lines.AddRange([
            "",
            "| | requests/s: service, baseline, ratio | CPU ms per request: service = server + PostgreSQL | baseline = server + PostgreSQL "
                + "| CPU ratio | p50, p99 ms with 8: service | baseline | p50, p99 ms with 1: service | baseline | p50 ratio with 1 "
                + "| kB: service, baseline |",
            "|---|---|---|---|---|---|---|---|---|---|---|",
        ]);
        lines.AddRange(comparisons.Select(Row));
        return string.Join('\n', lines);
    }

    private static string Row(Comparison one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {one.Query.Name} | {one.Service.PerSecond:0}, {one.Baseline.PerSecond:0}, {one.Ratio(f => f.PerSecond):0.00} | {one.Service.CpuText} | {one.Baseline.CpuText} | {one.Ratio(f => f.Cpu):0.00} | {Times(one.Service)} | {Times(one.Baseline)} | {Times(one.ServiceAlone)} | {Times(one.BaselineAlone)} | {one.RatioAlone(f => f.P50):0.00} | {one.Service.Bytes / 1000:0.0}, {one.Baseline.Bytes / 1000:0.0} |"
        );

    private static string Times(LoadFigures figures) =>
        string.Create(CultureInfo.InvariantCulture, $"{figures.P50:0.0}, {figures.P99:0.0}");
}
