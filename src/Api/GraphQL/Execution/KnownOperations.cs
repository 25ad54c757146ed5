using System.Collections.Concurrent;
using GraphQL;
using Microsoft.Extensions.Caching.Memory;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Queries that were compiled, by their text: clients send the same few again and again. A request of a known one is neither parsed nor
/// validated; its variables are coerced, and what statements depend on of them chooses the one that was compiled for their kind. Nothing of
/// a document is kept but its text.
/// </summary>
internal sealed class KnownOperations(GraphQLLimits limits) : IDisposable
{
    /// <summary>One text may be asked with variables of so many kinds, by so many kinds of callers.</summary>
    private const int MostKinds = 64;

    private readonly MemoryCache texts = new(new MemoryCacheOptions { SizeLimit = limits.DocumentCacheCharacters });

    /// <summary>A query ready to be run.</summary>
    internal sealed record Known(
        CompiledOperation Operation,
        OperationCost Cost,
        IReadOnlyDictionary<string, object?> Values
    );

    /// <returns>Null where it is not known, or its variables cannot be coerced: validation then says so.</returns>
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

    /// <summary>Remembers a query of a valid document.</summary>
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
