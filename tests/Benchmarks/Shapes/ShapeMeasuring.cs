using System.Diagnostics;
using System.Text.Json;
using TeacherDevPlan.Benchmarks.Load;
using TeacherDevPlan.Harness.Shapes;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <summary>Measures queries one after the other on one connection, each together with the unit.</summary>
internal sealed class ShapeMeasuring(ShapeClient client, string unit)
{
    private const int Tries = 3;
    private const int Warm = 200;

    /// <summary>A query that takes longer is not repeated, because it exceeds every goal.</summary>
    private const double Slow = 1000;

    private readonly List<double> units = [];

    /// <summary>The unit in ms: the median of its best times, each from as many attempts as a query has.</summary>
    public double Unit => units.Median();

    public async Task<IReadOnlyList<Measured>> RunAsync(
        IReadOnlyList<Shape> shapes,
        TimeSpan? time,
        CancellationToken cancellationToken
    )
    {
        for (var count = 0; count < Warm; count++)
            units.Add((await client.SendAsync(unit, cancellationToken)).Time);
        var watch = Stopwatch.StartNew();
        var measured = new List<Measured>();
        if (time != TimeSpan.Zero)
            units.Clear();
        foreach (var shape in shapes.TakeWhile(_ => time is null || watch.Elapsed < time))
            measured.Add(await MeasureAsync(shape, cancellationToken));
        return measured;
    }

    private async Task<Measured> MeasureAsync(Shape shape, CancellationToken cancellationToken)
    {
        var query = shape.Query;
        if (shape.NextOf is { } before)
        {
            if (await EndAsync(before, cancellationToken) is not { } cursor)
                return new Measured(shape, 0, 0, "there is no previous page", true);
            query = query.Replace(Shape.Cursor, cursor, StringComparison.Ordinal);
        }

        var (best, lookup) = (double.MaxValue, double.MaxValue);
        long bytes = 0;
        for (var attempt = 0; attempt <= Tries; attempt++)
        {
            lookup = Math.Min(lookup, (await client.SendAsync(unit, cancellationToken)).Time);
            var (taken, answer) = await client.SendAsync(query, cancellationToken);
            if (ShapeClient.ErrorOf(answer) is { } error)
                return new Measured(
                    shape,
                    taken,
                    answer.Length,
                    $"{error.Code}: {error.Message}",
                    IsRefusal(error.Code)
                );
            bytes = answer.Length;
            // The first execution includes compilation in the service and planning in PostgreSQL.
            if (attempt > 0 || taken > Slow)
                best = Math.Min(best, taken);
            if (taken > Slow)
                break;
        }

        units.Add(lookup);
        return new Measured(shape, best, bytes, null, false);
    }

    private async Task<string?> EndAsync(string query, CancellationToken cancellationToken)
    {
        var (_, answer) = await client.SendAsync(query, cancellationToken);
        var json = JsonSerializer.Deserialize<JsonElement>(answer);
        if (!json.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return null;
        var page = data.EnumerateObject().First().Value;
        return page.ValueKind == JsonValueKind.Object
            ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
            : null;
    }

    /// <summary>
    /// Whether the service refused the query: it needs a role, lacks a condition, or its response is too large.
    /// </summary>
    private static bool IsRefusal(string code) =>
        code.StartsWith("AUTH", StringComparison.Ordinal) || code is "COST_EXCEEDED" or "UNBOUNDED_LIST";
}
