using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>An earlier request under the same key.</summary>
public sealed record RememberedRequest(string Operation, byte[] Digest, Outcome Outcome)
{
    /// <summary>
    /// The request that decides about a new one under the key: the one with the same input, else the one that succeeded. Null where
    /// the new one is to be decided afresh, since only other inputs were tried under the key, and all of them were refused.
    /// </summary>
    public static RememberedRequest? That(IReadOnlyList<RememberedRequest> requests, IdempotencyKey key) =>
        requests.FirstOrDefault(request => key.IsFor(request.Operation, request.Digest))
        ?? requests.FirstOrDefault(request => request.Outcome.Errors.Count == 0);

    /// <summary>What it was refused for, or that another request succeeded under the key; empty where its success is to be given again.</summary>
    public IReadOnlyList<DomainError> RefusalsOf(IdempotencyKey key) =>
        key.IsFor(Operation, Digest) ? Outcome.Errors : [new IdempotencyKeyReused()];
}
