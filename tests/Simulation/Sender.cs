using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>Sends operations over a network that loses answers, and twice or more. Its choices come from its seed.</summary>
internal sealed class Sender(int seed, GraphQLClient http)
{
    private readonly Random random = new(seed);

    public int Sent { get; private set; }

    public int Lost { get; private set; }

    /// <summary>Answers to the same request that were not the same.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>Sends an operation again: its outcome must still be the same.</summary>
    public async Task RepeatAsync(Operation operation, Outcome first, CancellationToken cancellationToken) =>
        Compare(operation, first, await UntilAnsweredAsync(operation, cancellationToken));

    /// <summary>Sends an operation as such a network lets it; null if its outcome is never known.</summary>
    public async Task<Outcome?> PerformAsync(Operation operation, CancellationToken cancellationToken)
    {
        switch (random.Next(10))
        {
            case 0:
                // The answer is lost, and nobody asks again.
                await LoseAsync(operation, cancellationToken);
                return null;
            case 1 or 2:
                await LoseAsync(operation, cancellationToken);
                return await UntilAnsweredAsync(operation, cancellationToken);
            case 3:
                var copies = await Task.WhenAll(
                    Enumerable.Range(0, random.Next(2, 6)).Select(_ => UntilAnsweredAsync(operation, cancellationToken))
                );
                foreach (var copy in copies)
                    Compare(operation, copies[0], copy);
                return copies[0];
            case 4:
                var first = await UntilAnsweredAsync(operation, cancellationToken);
                await RepeatAsync(operation, first, cancellationToken);
                return first;
            default:
                return await UntilAnsweredAsync(operation, cancellationToken);
        }
    }

    /// <summary>The network breaks somewhere between sending and answering.</summary>
    private async Task LoseAsync(Operation operation, CancellationToken cancellationToken)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        broken.CancelAfter(TimeSpan.FromMilliseconds(random.Next(1, 40)));
        await TryAsync(operation, broken.Token);
        Lost++;
    }

    private async Task<Outcome> UntilAnsweredAsync(Operation operation, CancellationToken cancellationToken)
    {
        for (var wait = 20; ; wait = Math.Min(wait * 2, 1000))
        {
            if (await TryAsync(operation, cancellationToken) is { } outcome)
                return outcome;
            await Task.Delay(wait, cancellationToken);
        }
    }

    private async Task<Outcome?> TryAsync(Operation operation, CancellationToken cancellationToken)
    {
        Sent++;
        try
        {
            return operation.Read(
                await http.SendAsync(operation.Document, new { input = operation.Input }, cancellationToken)
            );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private void Compare(Operation operation, Outcome first, Outcome again)
    {
        if (first != again)
            Contradictions.Add($"{operation.Mutation} {operation.Mark}: first {first}, then {again}");
    }
}
