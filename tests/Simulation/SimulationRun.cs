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
        await service.StartAsync(cancellationToken);
        var token = await service.AccessTokenAsync($"simulation-{seed}", cancellationToken);
        await using var others = await Instances.StartAsync(service, instances - 1, cancellationToken);
        using var http = new GraphQLClient(service.GraphQL, token, clientCount * 4, TimeSpan.FromSeconds(20))
        {
            Others = others.Endpoints,
        };
        var activities = await ActivitiesAsync(http, cancellationToken);
        List<SimulatedClient> clients =
        [
            .. Enumerable.Range(0, clientCount).Select(number => new SimulatedClient(seed, number, http, activities)),
        ];

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = clients.Select(client => client.WorkAsync(stop.Token, cancellationToken)).ToList();
        var plan = new FaultPlan(seed, time, disk);
        var faults = plan.RunAsync(service, cancellationToken);
        await Task.Delay(time, cancellationToken);
        await faults;
        await stop.CancelAsync();
        await Task.WhenAll(work);

        plan.DemandRunning(service);
        foreach (var other in others.All)
            plan.DemandRunning(other);
        // Once more with everything killed and started again: what was acknowledged is remembered too.
        service.KillPostgres();
        service.Kill();
        await service.StartAsync(cancellationToken);
        await RepeatSomeAsync(clients, cancellationToken);
        // The first instance is up; others may still find out that their connections are gone.
        using var reader = new GraphQLClient(service.GraphQL, token, 1, TimeSpan.FromSeconds(20));
        return await ReckonAsync(service, reader, clients, plan, cancellationToken);
    }

    private async Task RepeatSomeAsync(List<SimulatedClient> clients, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        foreach (var client in clients)
        {
            foreach (var (operation, outcome) in client.Log.Where(_ => random.Next(20) == 0).ToList())
            {
                if (outcome is not null)
                    await client.RepeatAsync(operation, outcome, cancellationToken);
            }
        }
    }

    private static async Task<int> ReckonAsync(
        ServiceProcess service,
        GraphQLClient http,
        List<SimulatedClient> clients,
        FaultPlan plan,
        CancellationToken cancellationToken
    )
    {
        var log = clients.SelectMany(client => client.Log).ToList();
        var entries = await LedgerReader.ReadAsync(http, cancellationToken);
        var faults = clients
            .SelectMany(client => client.Contradictions)
            .Concat(plan.Contradictions)
            .Concat(Reckoning.Compare(log, entries))
            .ToList();
        var (output, exitCode) = await service.RunAsync(["verify-ledger"], cancellationToken);
        if (exitCode != 0)
            faults.Add(output);
        (output, exitCode) = await service.RunAsync(["verify-audit"], cancellationToken);
        if (exitCode != 0)
            faults.Add(output);

        Console.WriteLine(
            $"{log.Count} operations in {clients.Sum(client => client.Sent)} requests ({clients.Sum(client => client.Lost)} answers lost): "
                + $"{log.Count(one => one.Outcome?.Id is not null)} accepted, {log.Count(one => one.Outcome?.Refusal is not null)} refused ({clients.Sum(client => client.Corrected)} corrected under the same key), "
                + $"{log.Count(one => one.Outcome is null)} never known; {entries.Count} entries."
        );
        foreach (var fault in faults.Take(20))
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(
            faults.Count == 0
                ? "Every acknowledged operation is there exactly once, no refused one is, and the ledger and the audit trail are clean."
                : $"{faults.Count} fault(s)."
        );
        return faults.Count == 0 ? 0 : 1;
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
