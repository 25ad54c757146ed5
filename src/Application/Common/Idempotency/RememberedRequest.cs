using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>An earlier request under the same key.</summary>
public sealed record RememberedRequest(string Operation, byte[] Digest, Outcome Outcome)
{
    /// <summary>Whether this request asked for the same.</summary>
    public bool IsOf(IdempotencyKey key) => key.IsFor(Operation, Digest);

    /// <summary>
    /// The errors to return: those of the stored refusal, or that another request succeeded; empty if it was a success.
    /// </summary>
    public IReadOnlyList<DomainError> RefusalsOf(IdempotencyKey key) =>
        IsOf(key) ? Outcome.Errors : [new IdempotencyKeyReused()];
}

/// <summary>The earlier requests of a caller under some keys.</summary>
public sealed class RememberedRequests
{
    private readonly Dictionary<string, List<RememberedRequest>> byKey = [];

    /// <summary>
    /// The earlier request that determines the outcome of a new one under the key: the one with the same input, otherwise
    /// the one that succeeded. Null if the new one is to be processed, because all earlier inputs differ and were refused.
    /// </summary>
    public RememberedRequest? Of(IdempotencyKey key)
    {
        var requests = Under(key.Key).Concat(Under(key.Given)).ToList();
        return requests.Find(request => request.IsOf(key))
            ?? requests.Find(request => request.Outcome.Errors.Count == 0);
    }

    /// <param name="key">The key as it is stored.</param>
    public void Add(string key, RememberedRequest request)
    {
        if (!byKey.TryGetValue(key, out var requests))
            byKey.Add(key, requests = []);
        requests.Add(request);
    }

    private List<RememberedRequest> Under(string key) => byKey.GetValueOrDefault(key, []);
}
