using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>One simulation of events: clients and faults for a while, then nothing may be lost, doubled or overbooked.</summary>
internal sealed class EventsRun(int seed, TimeSpan time, int clientCount)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"Seed {seed}: {clientCount} clients for {time.TotalSeconds} s.");
        await using var service = new ServiceProcess();
        await FaultPlan.JumpClockAsync(service, new Random(seed).NextDouble(), cancellationToken);
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

        var plan = new FaultPlan(seed, time, null);
        await FaultyRun.WorkAsync(service, plan, time, clients, cancellationToken);
        // What was acknowledged is remembered after the last crash, too, and not done again.
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
        return await FaultyRun.JudgeAsync(
            service,
            clients,
            [.. clients.SelectMany(client => client.Log).Select(one => one.Outcome)],
            $"{all.Count} enrolments",
            [.. plan.Contradictions, .. Reckon(scene, clients, all)],
            ["verify-audit", "verify-people"],
            "Every acknowledged operation is there once, nobody is there twice, and no seat is given twice.",
            cancellationToken
        );
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
}
