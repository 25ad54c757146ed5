using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>
/// An officer who enrols anybody, lets anybody leave, and records the minutes of some people whom nobody else records, one
/// after the other.
/// </summary>
internal sealed class EnrollingClient(
    int seed,
    int number,
    GraphQLClient http,
    EventsScene scene,
    IReadOnlyList<string> own
) : ISimulatedClient
{
    public const int MostTogether = 3;

    private readonly Random random = new(HashCode.Combine(seed, number) & int.MaxValue);
    private readonly List<string> known = [];
    private int count;

    public Sender Sender { get; } = new(HashCode.Combine(number, seed) & int.MaxValue, http);

    /// <summary>What became of each operation; null where the client never learned it.</summary>
    public List<(Operation Operation, Outcome? Outcome, string? Enrollment)> Log { get; } = [];

    public async Task WorkAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        while (!stop.IsCancellationRequested)
        {
            var (operation, enrollment) = Next();
            var outcome = await Sender.PerformAsync(operation, cancellationToken);
            Log.Add((operation, outcome, enrollment));
            if (outcome?.Id is { } ids && operation.Mutation == "enroll")
                known.AddRange(ids.Split(' ').Except(known));
        }
    }

    private (Operation, string?) Next()
    {
        var key = $"sim-{seed}-{number}-{count++}";
        switch (random.Next(known.Count == 0 ? 2 : 4))
        {
            case 0:
                var minutes = random.Next(181);
                var enrollment = own[random.Next(own.Count)];
                return (
                    new Operation(
                        key,
                        key,
                        "recordAttendance",
                        new
                        {
                            offeringId = scene.Held,
                            items = new[]
                            {
                                new
                                {
                                    enrollmentId = enrollment,
                                    sessionId = scene.Session,
                                    minutes,
                                },
                            },
                            idempotencyKey = key,
                        },
                        "offering",
                        minutes
                    ),
                    enrollment
                );
            case 1:
                var people = Enumerable
                    .Range(0, random.Next(1, MostTogether + 1))
                    .Select(_ => scene.People[random.Next(scene.People.Count)])
                    .Distinct()
                    .Select(personId => new { personId })
                    .ToList();
                return (
                    new Operation(
                        key,
                        key,
                        "enroll",
                        new
                        {
                            offeringId = scene.Wanted,
                            people,
                            singly = random.Next(2) == 0,
                            idempotencyKey = key,
                        },
                        "enrollments",
                        people.Count
                    ),
                    null
                );
            default:
                return (
                    new Operation(
                        key,
                        key,
                        "withdrawEnrollments",
                        new
                        {
                            offeringId = scene.Wanted,
                            enrollments = new[] { known[random.Next(known.Count)] },
                            idempotencyKey = key,
                        },
                        "enrollments",
                        1
                    ),
                    null
                );
        }
    }
}
