using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// Counts the rows that PostgreSQL reads from tables and indexes, as auto_explain reports them in the server's log.
/// </summary>
internal sealed class ReadRows(string log)
{
    /// <summary>What a superuser sets on a database, so that its sessions report their statements.</summary>
    public static readonly string[] Settings =
    [
        "session_preload_libraries = 'auto_explain'",
        "auto_explain.log_min_duration = 0",
        "auto_explain.log_analyze = on",
        "auto_explain.log_timing = off",
        "auto_explain.log_format = json",
    ];

    private long position = new FileInfo(log).Length;

    /// <summary>The rows read since the last call, by the tables that they were read from.</summary>
    public async Task<Dictionary<string, double>> TakeAsync(CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, double>();
        foreach (var plan in Plans(await NewTextAsync(cancellationToken)))
        {
            using var json = JsonDocument.Parse(plan);
            if (json.RootElement.TryGetProperty("Plan", out var root))
                Add(root, read);
        }

        return read;
    }

    private async Task<string> NewTextAsync(CancellationToken cancellationToken)
    {
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = position;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        position = file.Position;
        return text;
    }

    /// <summary>The lines of a plan follow the line of its duration, each after a tab.</summary>
    private static IEnumerable<string> Plans(string text)
    {
        StringBuilder? plan = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith('\t') && plan is not null)
            {
                plan.Append(line.AsSpan(1)).Append('\n');
                continue;
            }

            if (plan is not null)
                yield return plan.ToString();
            plan = line.EndsWith("plan:", StringComparison.Ordinal) ? new StringBuilder() : null;
        }

        if (plan is not null)
            yield return plan.ToString();
    }

    private static void Add(JsonElement node, Dictionary<string, double> read)
    {
        if (node.TryGetProperty("Relation Name", out var relation))
        {
            var rows = Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter");
            var table = relation.GetString()!;
            read[table] = read.GetValueOrDefault(table) + (rows * Number(node, "Actual Loops"));
        }

        if (node.TryGetProperty("Plans", out var below))
        {
            foreach (var inner in below.EnumerateArray())
                Add(inner, read);
        }
    }

    private static double Number(JsonElement node, string name) =>
        node.TryGetProperty(name, out var number) ? number.GetDouble() : 0;
}
