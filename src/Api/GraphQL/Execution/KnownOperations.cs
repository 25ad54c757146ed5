using System.Collections.Concurrent;
using GraphQL;
using Microsoft.Extensions.Caching.Memory;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Reads.Compiling;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// The cache of compiled operations by their text, because clients send the same few over and over. A request with a
/// known text is neither parsed nor validated: its variables are coerced, and their signature selects the compiled
/// operation. Of the document, only the text is kept.
/// </summary>
internal sealed class KnownOperations(GraphQLLimits limits) : IDisposable
{
    /// <summary>The maximum number of entries per text, over all signatures and kinds of callers.</summary>
    private const int MostKinds = 64;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = limits.OperationCacheBytes });

    /// <returns>Null if the operation is not in the cache or its variables cannot be coerced; validation then reports the
    /// error.</returns>
    public (Compilation Compilation, OperationCost Cost)? Find(
        string text,
        string? operationName,
        Inputs? variables,
        Caller caller
    )
    {
        if (
            cache.Get<KnownText>((text, operationName)) is not { } known
            || known.Variables.Coerce(variables) is not { } values
        )
            return null;
        return known.Kinds.TryGetValue((known.Variables.Signature(values), KindOf(caller)), out var found)
            ? (new Compilation(found.Operation, known.Variables, values), found.Cost)
            : null;
    }

    /// <summary>Caches an operation of a valid document.</summary>
    public void Add(string text, string? operationName, Compilation compilation, OperationCost cost, Caller caller)
    {
        var key = (text, operationName);
        var known = cache.Get<KnownText>(key) ?? new KnownText(compilation.Variables);
        if (known.Kinds.Count >= MostKinds)
            return;
        var signature = compilation.Variables.Signature(compilation.Values);
        known.Kinds[(signature, KindOf(caller))] = (compilation.Operation, cost);
        var texts = sizeof(char) * (text.Length + known.Kinds.Keys.Sum(kind => kind.Signature.Length));
        var size = texts + known.Kinds.Values.Sum(kind => kind.Operation.Bytes);
        cache.Set(key, known, new MemoryCacheEntryOptions { Size = size });
    }

    public void Dispose() => cache.Dispose();

    /// <summary>
    /// The callers who share a compiled operation: they see the same rows and may use the same fields.
    /// </summary>
    private static int KindOf(Caller caller)
    {
        var kind = caller.IsSystem ? 1 << 30 : 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            if (caller.Roles.Contains(role))
                kind |= 1 << (int)role;
        }

        if (caller.SeesOneOffice)
            kind |= 1 << 20;
        return kind | ((int)ReadRequests.ViewOf(caller) << 16);
    }

    private sealed record KnownText(OperationVariables Variables)
    {
        /// <summary>Most texts have one entry, so this begins as small as possible.</summary>
        public ConcurrentDictionary<
            (string Signature, int Caller),
            (CompiledOperation Operation, OperationCost Cost)
        > Kinds { get; } = new(concurrencyLevel: 1, capacity: 1);
    }
}
