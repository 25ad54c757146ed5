using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>An earlier request under the same key.</summary>
public sealed record RememberedRequest(string Operation, byte[] Digest, Outcome Outcome)
{
    /// <summary>
    /// The stored request that determines the outcome of a new one under the key: the one with the same input, otherwise
    /// the one that succeeded. Null if the new one is to be processed, because all stored inputs differ and were refused.
    /// </summary>
    public static RememberedRequest? That(IReadOnlyList<RememberedRequest> requests, IdempotencyKey key) =>
        requests.FirstOrDefault(request => key.IsFor(request.Operation, request.Digest))
        ?? requests.FirstOrDefault(request => request.Outcome.Errors.Count == 0);

    /// <summary>Whether this request asked for the same.</summary>
    public bool IsOf(IdempotencyKey key) => key.IsFor(Operation, Digest);

    /// <summary>
    /// The errors to return: those of the stored refusal, or that another request succeeded; empty if it was a success.
    /// </summary>
    public IReadOnlyList<DomainError> RefusalsOf(IdempotencyKey key) =>
        IsOf(key) ? Outcome.Errors : [new IdempotencyKeyReused()];
}
