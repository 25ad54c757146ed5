namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>What became of earlier requests, by the keys that clients chose.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// The request under the key that decides about this one; null where this one is to be decided afresh. To be asked behind the
    /// lock on what a command changes, so that copies of a request take turns.
    /// </summary>
    Task<RememberedRequest?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Remembers what the key was used for, with the transaction.</summary>
    void Remember(IdempotencyKey key, Outcome outcome);

    /// <summary>Forgets the keys of requests from before a moment; how many they were.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
