using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

internal enum Fault
{
    KillService,
    KillPostgres,
    KillBoth,

    /// <summary>SIGTERM under load: the service must end with exit code 0.</summary>
    StopService,

    /// <summary>The service is killed again while it starts.</summary>
    KillStartingService,

    /// <summary>PostgreSQL is killed while the service starts; the start must succeed all the same.</summary>
    KillStartingPostgres,

    /// <summary>PostgreSQL does nothing for up to three seconds.</summary>
    FreezePostgres,

    /// <summary>All connections to PostgreSQL end at once.</summary>
    CutConnections,

    /// <summary>The disk of the database is full for up to three seconds.</summary>
    FillDisk,

    /// <summary>Everything is killed, and postmaster.pid is left with something else in it.</summary>
    LeavePidFile,

    /// <summary>The clock of the service's machine jumps by up to ten days, back or ahead.</summary>
    JumpClock,
}

/// <summary>When what fails: decided by the seed before anything starts.</summary>
internal sealed class FaultPlan
{
    private readonly List<(TimeSpan At, Fault Fault, double Chance)> faults;
    private readonly List<string> contradictions = [];

    private readonly SmallDisk? disk;

    /// <param name="disk">The disk of the database; null if it cannot be filled.</param>
    public FaultPlan(int seed, TimeSpan time, SmallDisk? disk)
    {
        this.disk = disk;
        var random = new Random(seed);
        // One about every seven seconds, each kind in turn, and time left at the end for clients to come back.
        var count = Math.Max(2, (int)(time.TotalSeconds / 7));
        var kinds = Enum.GetValues<Fault>().Where(kind => kind != Fault.FillDisk || disk is not null).ToList();
        faults =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    (
                        time * ((i + 0.2 + 0.6 * random.NextDouble()) / count),
                        kinds[(i + seed) % kinds.Count],
                        random.NextDouble()
                    )
                ),
        ];
    }

    /// <summary>What the service should not have done.</summary>
    public IReadOnlyList<string> Contradictions => contradictions;

    public async Task RunAsync(ServiceProcess service, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var (at, fault, chance) in faults)
        {
            var wait = at - TimeProvider.System.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellationToken);
            Console.WriteLine($"  {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s: {fault}");
            DemandRunning(service);
            await FailAsync(service, fault, chance, cancellationToken);
        }
    }

    /// <summary>Only what kills or stops the service may end it.</summary>
    public void DemandRunning(ServiceProcess service)
    {
        if (service.HasExited)
            contradictions.Add("The service ended by itself.");
    }

    /// <param name="chance">0 to 1: from ten days back to ten days ahead.</param>
    public static Task JumpClockAsync(ServiceProcess service, double chance, CancellationToken cancellationToken) =>
        service.JumpClockAsync(TimeSpan.FromDays(20 * (chance - 0.5)), cancellationToken);

    private async Task FailAsync(
        ServiceProcess service,
        Fault fault,
        double chance,
        CancellationToken cancellationToken
    )
    {
        switch (fault)
        {
            case Fault.FreezePostgres:
                await service.FreezePostgresAsync(TimeSpan.FromSeconds(3 * chance), cancellationToken);
                return;
            case Fault.CutConnections:
                await service.CutConnectionsAsync(cancellationToken);
                return;
            case Fault.FillDisk:
                await disk!.FillAsync(TimeSpan.FromSeconds(3 * chance), cancellationToken);
                return;
            case Fault.JumpClock:
                await JumpClockAsync(service, chance, cancellationToken);
                return;
        }

        if (fault is Fault.KillPostgres or Fault.KillBoth or Fault.LeavePidFile)
            service.KillPostgres();
        if (fault is Fault.KillPostgres)
            return;
        if (fault is not Fault.StopService)
            service.Kill();
        else if (await service.StopAsync(cancellationToken) is not 0 and var exitCode)
            contradictions.Add($"The service ended with exit code {exitCode} when it was asked to stop.");
        if (fault is Fault.LeavePidFile)
            await service.LeavePidFileAsync(chance, cancellationToken);
        var start = service.StartAsync(cancellationToken);
        if (fault is Fault.KillStartingService or Fault.KillStartingPostgres)
            await Task.Delay(TimeSpan.FromSeconds(2 * chance), cancellationToken);
        if (fault is Fault.KillStartingPostgres)
            service.KillPostgres();
        if (fault is Fault.KillStartingService)
        {
            service.Kill();
            await start.ContinueWith(_ => { }, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
            start = service.StartAsync(cancellationToken);
        }

        await start;
    }
}
