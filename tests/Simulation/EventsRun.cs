using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>One simulation of events: clients and faults for a while, then nothing may be lost, doubled or overbooked.</summary>
internal sealed class EventsRun(int seed, TimeSpan time, int clientCount)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"Seed {seed}: {clientCount} clients for {time.TotalSeconds} s.");
        await using var service = new ServiceProcess();
        await service.StartAsync(cancellationToken);
        var token = await service.TokenAsync("development-officer", cancellationToken);
        using var http = new GraphQLClient(service.GraphQL, token, clientCount * 4, TimeSpan.FromSeconds(20));
        var scene = new EventsScene(http);
        await scene.SetAsync(clientCount * 2, cancellationToken);
        var held = (await scene.ReadAsync(cancellationToken)).Where(one => one.Offering == scene.Held).ToList();
        List<EnrollingClient> clients =
        [
            .. Enumerable
                .Range(0, clientCount)
                .Select(number => new EnrollingClient(
                    seed,
                    number,
                    http,
                    scene,
                    [held[number * 2].Id, held[number * 2 + 1].Id]
                )),
        ];

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = clients.Select(client => client.WorkAsync(stop.Token, cancellationToken)).ToList();
        var plan = new FaultPlan(seed, time, null);
        var faults = plan.RunAsync(service, cancellationToken);
        await Task.Delay(time, cancellationToken);
        await faults;
        await stop.CancelAsync();
        await Task.WhenAll(work);

        // Once more with everything killed and started again: what was acknowledged is remembered too, and not done again.
        service.KillPostgres();
        service.Kill();
        await service.StartAsync(cancellationToken);
        var random = new Random(seed);
        foreach (var client in clients)
        {
            foreach (var (operation, outcome, _) in client.Log.Where(_ => random.Next(20) == 0).ToList())
            {
                if (outcome?.Id is not null)
                    await client.Sender.RepeatAsync(operation, outcome, cancellationToken);
            }
        }

        var all = await scene.ReadAsync(cancellationToken);
        var found = clients
            .SelectMany(client => client.Sender.Contradictions)
            .Concat(plan.Contradictions)
            .Concat(Reckon(scene, clients, all))
            .ToList();
        foreach (var verifier in new[] { "verify-audit", "verify-people" })
        {
            var (output, exitCode) = await service.RunAsync([verifier], cancellationToken);
            if (exitCode != 0)
                found.Add(output);
        }

        return Tell(clients, all, found);
    }

    private static IEnumerable<string> Reckon(
        EventsScene scene,
        List<EnrollingClient> clients,
        IReadOnlyList<Enrolled> all
    )
    {
        var ids = all.Select(one => one.Id).ToHashSet();
        var log = clients.SelectMany(client => client.Log).ToList();
        foreach (var (operation, outcome, _) in log.Where(one => one.Operation.Mutation == "enroll"))
        {
            foreach (var id in (outcome?.Id?.Split(' ') ?? []).Where(id => !ids.Contains(id)))
                yield return $"{operation.Mark} was acknowledged as {id}, which is lost";
        }

        foreach (var same in all.GroupBy(one => (one.Person, one.Offering)).Where(group => group.Skip(1).Any()))
            yield return $"A person is there twice: {string.Join(", ", same)}";
        var wanted = all.Where(one => one.Offering == scene.Wanted).ToList();
        var seats = wanted.Select(one => one.Seat).OfType<int>().ToList();
        if (seats.Count > EventsScene.Seats || seats.Distinct().Count() < seats.Count)
            yield return $"Overbooked: {string.Join(", ", seats.Order())}";
        if (seats.Count != wanted.Count(one => one.Status == "ENROLLED"))
            yield return "Somebody takes part without a seat";
        // A group of three may wait while two seats are free.
        if (
            wanted.Exists(one => one.Status == "WAITLISTED")
            && EventsScene.Seats - seats.Count >= EnrollingClient.MostTogether
        )
            yield return "Somebody waits while seats are free";
        foreach (var one in all.Where(one => one.Offering == scene.Held))
        {
            // Whoever recorded it did so one after the other: it is the last that was told, or one that was never known.
            var own = log.Where(entry => entry.Enrollment == one.Id).ToList();
            var last = own.LastOrDefault(entry => entry.Outcome?.Id is not null).Operation?.Amount ?? 0;
            if (
                one.Minutes != last
                && !own.Exists(entry => entry.Outcome is null && entry.Operation.Amount == one.Minutes)
            )
                yield return $"{one.Minutes} minutes of {one.Id}, but {last} were told last";
        }
    }

    private static int Tell(List<EnrollingClient> clients, IReadOnlyList<Enrolled> all, List<string> found)
    {
        var log = clients.SelectMany(client => client.Log).ToList();
        Console.WriteLine(
            $"{log.Count} operations in {clients.Sum(client => client.Sender.Sent)} requests ({clients.Sum(client => client.Sender.Lost)} answers lost): "
                + $"{log.Count(one => one.Outcome?.Id is not null)} accepted, {log.Count(one => one.Outcome?.Refusal is not null)} refused, "
                + $"{log.Count(one => one.Outcome is null)} never known; {all.Count} enrolments."
        );
        foreach (var fault in found.Take(20))
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(
            found.Count == 0
                ? "Every acknowledged operation is there once, nobody is there twice, and no seat is given twice."
                : $"{found.Count} fault(s)."
        );
        return found.Count == 0 ? 0 : 1;
    }
}
