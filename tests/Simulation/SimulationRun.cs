using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>One simulation: clients and faults for a while, then the reckoning.</summary>
/// <param name="instances">How many instances of the service use the database. The first one, which runs PostgreSQL, is the
/// one that fails.</param>
internal sealed class SimulationRun(int seed, TimeSpan time, int clientCount, int instances)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"Seed {seed}: {clientCount} clients and {instances} instance(s) for {time.TotalSeconds} s.");
        await using var disk = await SmallDisk.MakeAsync(ServiceProcess.NewFolder());
        Console.WriteLine(
            disk is null ? "The disk is not filled: only root can make one for that." : "The disk can be full."
        );
        await using var service = disk is null ? new ServiceProcess() : new ServiceProcess { Data = disk.Folder };
        var chances = new Random(seed);
        await FaultPlan.JumpClockAsync(service, chances.NextDouble(), cancellationToken);
        var started = TimeProvider.System.GetUtcNow();
        await service.StartAsync(cancellationToken);
        var token = await service.AccessTokenAsync($"simulation-{seed}", cancellationToken);
        await using var others = await Instances.StartAsync(service, instances - 1, chances, cancellationToken);
        using var http = new GraphQLClient(service.GraphQL, token, clientCount * 4, TimeSpan.FromSeconds(20))
        {
            Others = others.Endpoints,
        };
        var activities = await ActivitiesAsync(http, cancellationToken);
        List<SimulatedClient> clients =
        [
            .. Enumerable.Range(0, clientCount).Select(number => new SimulatedClient(seed, number, http, activities)),
        ];

        var plan = new FaultPlan(seed, time, disk);
        await FaultyRun.WorkAsync(service, plan, time, clients, cancellationToken);
        foreach (var other in others.All)
            plan.DemandRunning(other);
        // What was acknowledged is remembered after the last crash, too.
        await RepeatSomeAsync(clients, cancellationToken);
        // The first instance is up; others may still find out that their connections are gone.
        using var reader = new GraphQLClient(service.GraphQL, token, 1, TimeSpan.FromSeconds(20));
        var log = clients.SelectMany(client => client.Log).ToList();
        var entries = await LedgerReader.ReadAsync(reader, cancellationToken);
        return await FaultyRun.JudgeAsync(
            service,
            clients,
            [.. log.Select(one => one.Outcome)],
            $"{clients.Sum(client => client.Corrected)} corrected under the same key; {entries.Count} entries",
            [
                .. plan.Contradictions,
                .. Reckoning.Compare(log, entries),
                .. Reckoning.Dates(entries, started, TimeProvider.System.GetUtcNow()),
            ],
            ["verify-ledger", "verify-audit"],
            "Every acknowledged operation is there exactly once, no refused one is, and the ledger and the audit trail are clean.",
            cancellationToken
        );
    }

    private async Task RepeatSomeAsync(List<SimulatedClient> clients, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        foreach (var client in clients)
        {
            foreach (var (operation, outcome) in client.Log.Where(_ => random.Next(20) == 0).ToList())
            {
                if (outcome is not null)
                    await client.Sender.RepeatAsync(operation, outcome, cancellationToken);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ActivitiesAsync(
        GraphQLClient http,
        CancellationToken cancellationToken
    )
    {
        var data = await http.QueryAsync(
            "{ projects { nodes { activities { id ownBudget { planned } subActivities { id ownBudget { planned } } } } } }",
            null,
            cancellationToken
        );
        return
        [
            .. data.GetProperty("projects")
                .GetProperty("nodes")
                .EnumerateArray()
                .SelectMany(project => project.GetProperty("activities").EnumerateArray())
                .SelectMany(activity => activity.GetProperty("subActivities").EnumerateArray().Prepend(activity))
                .Where(activity => activity.GetProperty("ownBudget").GetProperty("planned").GetDecimal() > 0)
                .Select(activity => activity.GetProperty("id").GetString()!),
        ];
    }
}
