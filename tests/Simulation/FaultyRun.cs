using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>Somebody who sends operations until told to stop.</summary>
internal interface ISimulatedClient
{
    Sender Sender { get; }

    /// <param name="stop">Ends the work after the operation that is under way.</param>
    Task WorkAsync(CancellationToken stop, CancellationToken cancellationToken);
}

/// <summary>What every simulation does: clients work while things fail, and then the verifiers have their say.</summary>
internal static class FaultyRun
{
    /// <summary>Lets the clients work beside the faults. At the end, everything was killed and started once more.</summary>
    public static async Task WorkAsync(
        ServiceProcess service,
        FaultPlan plan,
        TimeSpan time,
        IEnumerable<ISimulatedClient> clients,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = clients.Select(client => client.WorkAsync(stop.Token, cancellationToken)).ToList();
        var faults = plan.RunAsync(service, cancellationToken);
        await Task.Delay(time, cancellationToken);
        await faults;
        await stop.CancelAsync();
        await Task.WhenAll(work);
        plan.DemandRunning(service);
        service.KillPostgres();
        service.Kill();
        await service.StartAsync(cancellationToken);
    }

    /// <summary>Prints what was done and what is wrong; returns the exit code of the simulation.</summary>
    /// <param name="rest">What else the clients did, for the line that sums up.</param>
    /// <param name="found">What the simulation found itself.</param>
    /// <param name="verifiers">Commands of the service that must end with 0.</param>
    /// <param name="clean">What has been shown if nothing is wrong.</param>
    public static async Task<int> JudgeAsync(
        ServiceProcess service,
        IReadOnlyCollection<ISimulatedClient> clients,
        IReadOnlyCollection<Outcome?> outcomes,
        string rest,
        IEnumerable<string> found,
        IEnumerable<string> verifiers,
        string clean,
        CancellationToken cancellationToken
    )
    {
        var senders = clients.Select(client => client.Sender).ToList();
        var faults = senders.SelectMany(sender => sender.Contradictions).Concat(found).ToList();
        foreach (var verifier in verifiers)
        {
            var (output, exitCode) = await service.RunAsync([verifier], cancellationToken);
            if (exitCode != 0)
                faults.Add(output);
        }

        Console.WriteLine(
            $"{outcomes.Count} operations in {senders.Sum(sender => sender.Sent)} requests ({senders.Sum(sender => sender.Lost)} answers lost): "
                + $"{outcomes.Count(one => one?.Id is not null)} accepted, {outcomes.Count(one => one?.Refusal is not null)} refused, "
                + $"{outcomes.Count(one => one is null)} never known; {rest}."
        );
        foreach (var fault in faults.Take(20))
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(faults.Count == 0 ? clean : $"{faults.Count} fault(s).");
        return faults.Count == 0 ? 0 : 1;
    }
}
