using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using TeacherDevPlan.Harness;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Benchmarks;

/// <summary>
/// Measures published imports of the sample plan, which is a real one, into a database that has it: the same file again, and the
/// file with one planned amount changed.
/// </summary>
internal sealed class ImportBenchmark(GraphQLClient client, NpgsqlDataSource source)
{
    private const string Mutation =
        "mutation ($input: ImportPlanInput!) { importPlan(input: $input) { report { outcome } errors { __typename } } }";

    public async Task MeasureAsync(int rounds, CancellationToken cancellationToken)
    {
        var same = await MedianAsync("UNCHANGED", rounds, _ => 0, cancellationToken);
        var changed = await MedianAsync("UPDATED", rounds, round => (round + 1) * 0.01m, cancellationToken);
        Console.WriteLine($"import that changes nothing: {same.Milliseconds:0} ms, {same.Entries} entries");
        Console.WriteLine($"import that changes one amount: {changed.Milliseconds:0} ms, {changed.Entries} entry");
    }

    /// <summary>The first round is a warm-up.</summary>
    private async Task<(double Milliseconds, long Entries)> MedianAsync(
        string outcome,
        int rounds,
        Func<int, decimal> added,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<(double Milliseconds, long Entries)>();
        for (var round = 0; round <= rounds; round++)
        {
            var content = File(added(round));
            var before = await EntriesAsync(cancellationToken);
            var watch = Stopwatch.StartNew();
            var data = await client.QueryAsync(
                Mutation,
                new { input = new { content, publish = true } },
                cancellationToken
            );
            var milliseconds = watch.Elapsed.TotalMilliseconds;
            var payload = data.GetProperty("importPlan");
            if (
                payload.GetProperty("errors").ValueKind != JsonValueKind.Null
                || payload.GetProperty("report").GetProperty("outcome").GetString() != outcome
            )
                throw new InvalidOperationException(payload.ToString());
            taken.Add((milliseconds, await EntriesAsync(cancellationToken) - before));
        }

        return taken.Skip(1).Order().ElementAt(rounds / 2);
    }

    private async Task<long> EntriesAsync(CancellationToken cancellationToken)
    {
        await using var count = source.CreateCommand("SELECT count(*) FROM ledger_entries");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The sample plan with this much more planned for its first activity, in its third quarter.</summary>
    private static string File(decimal added)
    {
        var file = JsonNode.Parse(SamplePlan.Read().Span)!;
        var activity = file["developmentPlan"]!["projects"]![0]!["activities"]![0]!;
        foreach (var amount in new[] { "q3", "total" })
            activity[amount] = activity[amount]!.GetValue<decimal>() + added;
        return file.ToJsonString();
    }
}
