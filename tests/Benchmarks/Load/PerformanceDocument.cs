using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>The section of docs/performance.md with the last run; the rest of the file is left unchanged.</summary>
internal static class PerformanceDocument
{
    private const string Begin = "<!-- load: written by the benchmark -->";
    private const string End = "<!-- /load -->";

    public static async Task WriteAsync(string report, LoadOptions options, CancellationToken cancellationToken)
    {
        var path = Find();
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var section = $"{Begin}\n{Introduction(options)}\n\n{report}\n{End}";
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        var written =
            begin >= 0 && end > begin
                ? text[..begin] + section + text[(end + End.Length)..]
                : $"{text.TrimEnd()}\n\n{section}\n";
        await File.WriteAllTextAsync(path, written, cancellationToken);
        Console.Error.WriteLine($"Written into {path}.");
    }

    private static string Introduction(LoadOptions options)
    {
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"Measured on {today} on {Environment.ProcessorCount} cores shared by server, PostgreSQL and client; "
            + $"{options.Rounds} rounds of {options.Time.TotalSeconds:0} s, alternating; medians, ratios within the same round.";
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "performance.md")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException("docs/performance.md does not exist."),
            "docs",
            "performance.md"
        );
    }
}
