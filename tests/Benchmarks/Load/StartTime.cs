using System.Diagnostics;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Measures the time from starting the process to its first response, while the database is running.</summary>
internal static class StartTime
{
    private const int Starts = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Seconds, the median of three starts; <paramref name="make"/> creates the process.</summary>
    public static async Task<double> MeasureAsync(
        Func<ServiceProcess> make,
        LoadCall call,
        CancellationToken cancellationToken
    )
    {
        var times = new List<double>();
        for (var start = 0; start < Starts; start++)
            times.Add(await FirstAnswerAsync(make, call, cancellationToken));
        return times.Median();
    }

    private static async Task<double> FirstAnswerAsync(
        Func<ServiceProcess> make,
        LoadCall call,
        CancellationToken cancellationToken
    )
    {
        await using var process = make();
        using var side = Side.OfService(process.GraphQL, 0, 0);
        var watch = Stopwatch.StartNew();
        var starting = process.StartAsync(cancellationToken);
        while (watch.Elapsed < Limit)
        {
            try
            {
                await side.SendAsync(call, cancellationToken);
                var seconds = watch.Elapsed.TotalSeconds;
                await starting;
                return seconds;
            }
            catch (HttpRequestException) when (!starting.IsFaulted)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }

        await starting;
        throw new InvalidOperationException("The service does not respond.");
    }
}
