using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

internal enum Fault
{
    KillService,
    KillPostgres,
    KillBoth,
}

/// <summary>When what is killed: decided by the seed before anything starts.</summary>
internal sealed class FaultPlan
{
    private readonly List<(TimeSpan At, Fault Fault)> faults;

    public FaultPlan(int seed, TimeSpan time)
    {
        var random = new Random(seed);
        // One about every seven seconds, each kind once in three, and time left at the end for clients to come back.
        var count = Math.Max(2, (int)(time.TotalSeconds / 7));
        var kinds = Enum.GetValues<Fault>();
        faults =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    (time * ((i + 0.2 + 0.6 * random.NextDouble()) / count), kinds[(i + seed) % kinds.Length])
                ),
        ];
    }

    public IReadOnlyList<(TimeSpan At, Fault Fault)> Faults => faults;

    public async Task RunAsync(ServiceProcess service, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var (at, fault) in faults)
        {
            var wait = at - TimeProvider.System.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellationToken);
            Console.WriteLine($"  {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s: {fault}");
            if (fault is Fault.KillPostgres or Fault.KillBoth)
                service.KillPostgres();
            if (fault is Fault.KillPostgres)
                continue;
            service.Kill();
            await service.StartAsync(cancellationToken);
        }
    }
}
