using System.Diagnostics;
using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Keeps a number of connections busy for a given time, and measures.</summary>
internal static class LoadDriver
{
    private const long Unknown = -1;

    public static async Task<LoadFigures> RunAsync(
        Side side,
        IReadOnlyList<LoadCall> calls,
        int connections,
        TimeSpan time,
        CancellationToken cancellationToken
    )
    {
        var next = -1;
        var lengths = new long[calls.Count];
        Array.Fill(lengths, Unknown);
        var (server, postgres) = side.Cpu();
        var watch = Stopwatch.StartNew();
        var clients = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(KeepBusyAsync, cancellationToken))
        );
        var seconds = watch.Elapsed.TotalSeconds;
        var after = side.Cpu();
        var all = clients.SelectMany(times => times).Order().ToList();
        return new LoadFigures(
            all.Count / seconds,
            At(all, 0.5),
            At(all, 0.99),
            (after.Server - server).TotalMilliseconds / all.Count,
            (after.Postgres - postgres).TotalMilliseconds / all.Count,
            lengths.Where(length => length != Unknown).Average()
        );

        async Task<List<double>> KeepBusyAsync()
        {
            var times = new List<double>();
            while (watch.Elapsed < time)
            {
                var number = (int)((uint)Interlocked.Increment(ref next) % calls.Count);
                var start = Stopwatch.GetTimestamp();
                var length = await side.SendAsync(calls[number], cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                var known = Interlocked.CompareExchange(ref lengths[number], length, Unknown);
                if (known != Unknown && known != length)
                    throw new InvalidOperationException(
                        $"The {side.Name} returned {length} bytes instead of {known} for {calls[number].Path}."
                    );
            }

            return times;
        }
    }

    private static double At(List<double> ordered, double share) => ordered[(int)(share * (ordered.Count - 1))];
}

/// <param name="PerSecond">Requests per second.</param>
/// <param name="P50">Median latency in ms.</param>
/// <param name="P99">99th percentile of the latency in ms.</param>
/// <param name="Server">CPU ms per request.</param>
/// <param name="Postgres">CPU ms per request in PostgreSQL.</param>
/// <param name="Bytes">Average size of a response body.</param>
internal sealed record LoadFigures(
    double PerSecond,
    double P50,
    double P99,
    double Server,
    double Postgres,
    double Bytes
)
{
    public double Cpu => Server + Postgres;

    public string CpuText =>
        string.Create(CultureInfo.InvariantCulture, $"{Cpu:0.00} = {Server:0.00} + {Postgres:0.00}");

    /// <summary>The median of each figure.</summary>
    public static LoadFigures Median(IReadOnlyCollection<LoadFigures> rounds)
    {
        return new LoadFigures(
            Of(one => one.PerSecond),
            Of(one => one.P50),
            Of(one => one.P99),
            Of(one => one.Server),
            Of(one => one.Postgres),
            Of(one => one.Bytes)
        );

        double Of(Func<LoadFigures, double> figure) => rounds.Select(figure).Median();
    }
}

internal static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered.Count % 2 == 1
            ? ordered[ordered.Count / 2]
            : (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
    }
}
