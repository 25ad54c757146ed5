namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>The outcomes of earlier requests by idempotency key.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// The stored request that determines the outcome of this one; null if this one is to be processed. Call it after the
    /// rows that the command changes are locked, so that copies of a request run one after the other.
    /// </summary>
    Task<RememberedRequest?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Stores the outcome under the key, in the current transaction.</summary>
    void Remember(IdempotencyKey key, Outcome outcome);

    /// <summary>Deletes the keys of requests from before a moment; returns their number.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
