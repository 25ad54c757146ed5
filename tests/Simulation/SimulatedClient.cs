using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>
/// A script of an office: pays, reserves, releases, moves and takes back, one after the other. Its choices come from its seed;
/// so does which of its answers are lost, and what it sends twice.
/// </summary>
internal sealed class SimulatedClient(int seed, int number, GraphQLClient http, IReadOnlyList<string> activities)
    : ISimulatedClient
{
    private readonly Random random = new(HashCode.Combine(seed, number) & int.MaxValue);
    private readonly List<(string Id, string Activity)> commitments = [];
    private readonly List<string> payments = [];
    private int count;

    public Sender Sender { get; } = new(HashCode.Combine(number, seed) & int.MaxValue, http);

    /// <summary>What became of each operation; null where the client never learned it.</summary>
    public List<(Operation Operation, Outcome? Outcome)> Log { get; } = [];

    /// <summary>How many refused operations were followed by a corrected one under the same key.</summary>
    public int Corrected { get; private set; }

    public async Task WorkAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        while (!stop.IsCancellationRequested)
        {
            var operation = Next();
            var outcome = await WorkAsync(operation, cancellationToken);
            if (outcome?.Refusal is null)
                continue;
            // As a person at a form does: corrects the input under the same key, while a copy of the refused one may still be under way.
            var corrected = Next(operation);
            var delayed =
                random.Next(2) == 0 ? Sender.RepeatAsync(operation, outcome, cancellationToken) : Task.CompletedTask;
            await WorkAsync(corrected, cancellationToken);
            await delayed;
            Corrected++;
        }
    }

    private async Task<Outcome?> WorkAsync(Operation operation, CancellationToken cancellationToken)
    {
        var outcome = await Sender.PerformAsync(operation, cancellationToken);
        Log.Add((operation, outcome));
        if (outcome?.Id is { } id && operation.Mutation == "commitBudget")
            commitments.Add(
                (id, (string)operation.Input.GetType().GetProperty("activityId")!.GetValue(operation.Input)!)
            );
        else if (outcome?.Id is { } payment && operation.Mutation == "recordDisbursement")
            payments.Add(payment);
        return outcome;
    }

    /// <param name="refused">The operation whose key is used again; null for a new key.</param>
    private Operation Next(Operation? refused = null)
    {
        var mark = $"sim-{seed}-{number}-{count++}";
        var key = refused?.Key ?? mark;
        var (activity, other) = (Pick(activities), Pick(activities));
        // Now and then more than any activity has.
        var amount = random.Next(1, 30_000) / (random.Next(12) == 0 ? 0.001m : 100m);
        switch (random.Next(10))
        {
            case 0 or 1:
                return new Operation(
                    key,
                    mark,
                    "commitBudget",
                    new
                    {
                        activityId = activity,
                        amount,
                        reference = mark,
                        idempotencyKey = key,
                    },
                    "commitment",
                    amount
                );
            case 2 when commitments.Count > 0:
                return new Operation(
                    key,
                    mark,
                    "releaseCommitment",
                    new
                    {
                        commitmentId = Pick(commitments).Id,
                        reason = mark,
                        idempotencyKey = key,
                    },
                    "commitment",
                    0
                );
            case 3:
                return new Operation(
                    key,
                    mark,
                    "transferBudget",
                    new
                    {
                        fromActivityId = activity,
                        toActivityId = other,
                        amount,
                        quarter = $"Q{random.Next(1, 5)}",
                        reason = mark,
                        idempotencyKey = key,
                    },
                    "transfer",
                    amount
                );
            case 4 when payments.Count > 0:
                return new Operation(
                    key,
                    mark,
                    "reverseDisbursement",
                    new
                    {
                        disbursementId = Pick(payments),
                        reason = mark,
                        idempotencyKey = key,
                    },
                    "disbursement",
                    0
                );
            default:
                (string? Id, string Activity) commitment =
                    random.Next(3) == 0 && commitments.Count > 0 ? Pick(commitments) : (null, activity);
                return new Operation(
                    key,
                    mark,
                    "recordDisbursement",
                    new
                    {
                        activityId = commitment.Activity,
                        amount,
                        paidOn = new DateOnly(2022, 10, 1).AddDays(random.Next(365)),
                        reference = mark,
                        commitmentId = commitment.Id,
                        idempotencyKey = key,
                    },
                    "disbursement",
                    amount
                );
        }
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
