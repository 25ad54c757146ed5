using System.Collections.Concurrent;
using GraphQL;
using Microsoft.Extensions.Caching.Memory;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// The cache of compiled operations by their text, because clients send the same few over and over. A request with a
/// known text is neither parsed nor validated: its variables are coerced, and their signature selects the compiled
/// operation. Of the document, only the text and the arguments of computed fields are kept.
/// </summary>
internal sealed class KnownOperations(GraphQLLimits limits) : IDisposable
{
    /// <summary>The maximum number of entries per text, over all signatures and kinds of callers.</summary>
    private const int MostKinds = 64;

    private readonly MemoryCache texts = new(new MemoryCacheOptions { SizeLimit = limits.DocumentCacheCharacters });

    /// <summary>An operation that is ready to run.</summary>
    internal sealed record Known(
        CompiledOperation Operation,
        OperationCost Cost,
        IReadOnlyDictionary<string, object?> Values
    );

    /// <returns>Null if the operation is not in the cache or its variables cannot be coerced; validation then reports the
    /// error.</returns>
    public Known? Find(string text, string? operationName, Inputs? variables, Caller caller)
    {
        if (
            texts.Get<KnownText>((text, operationName)) is not { } known
            || known.Variables.Coerce(variables) is not { } values
        )
            return null;
        var kind = (known.Variables.Signature(values), OperationCompilers.KindOf(caller));
        return known.Kinds.TryGetValue(kind, out var found) ? new Known(found.Operation, found.Cost, values) : null;
    }

    /// <summary>Caches an operation of a valid document.</summary>
    public void Add(string text, string? operationName, Compilation compilation, OperationCost cost, Caller caller)
    {
        var key = (text, operationName);
        var known = texts.Get<KnownText>(key) ?? new KnownText(compilation.Variables);
        if (known.Kinds.Count >= MostKinds)
            return;
        known.Kinds[(compilation.Signature, OperationCompilers.KindOf(caller))] = (compilation.Operation, cost);
        var size = text.Length + known.Kinds.Sum(kind => kind.Key.Signature.Length + kind.Value.Operation.Characters);
        texts.Set(key, known, new MemoryCacheEntryOptions { Size = size });
    }

    public void Dispose() => texts.Dispose();

    private sealed record KnownText(OperationVariables Variables)
    {
        public ConcurrentDictionary<
            (string Signature, int Caller),
            (CompiledOperation Operation, OperationCost Cost)
        > Kinds { get; } = new();
    }
}
