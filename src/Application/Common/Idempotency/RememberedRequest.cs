using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>An earlier request under the same key.</summary>
public sealed record RememberedRequest(string Operation, byte[] Digest, Outcome Outcome)
{
    /// <summary>What it was refused for, or that the key was used for another request; empty where it is to be given again.</summary>
    public IReadOnlyList<DomainError> RefusalsOf(IdempotencyKey key) =>
        Operation == key.Operation && Digest.AsSpan().SequenceEqual(key.Digest)
            ? Outcome.Errors
            : [new IdempotencyKeyReused()];
}
