using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Running;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>An operation that can be run by every request with the same signature and kind of caller.</summary>
/// <param name="Reads">The statements of a query; mutations have their own.</param>
/// <param name="Slots">The number of lists of ids that are handed in to the statements.</param>
internal sealed record CompiledOperation(IReadOnlyList<RootStep> Steps, bool IsMutation, CompiledReads Reads, int Slots)
{
    /// <summary>Whether the operation queries the schema, which the library answers.</summary>
    public bool Introspects => Steps.Any(step => step.IsIntrospection);

    /// <summary>The number of characters, for the limit of the cache.</summary>
    public int Characters => Reads.Characters + Steps.Sum(step => step.Reads?.Characters ?? 0);
}

/// <summary>A field of the root type. Which kind it is follows from the one member that is set.</summary>
internal sealed record RootStep(FieldShape Shape)
{
    /// <summary>The name of the root's type.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether the library answers the field.</summary>
    public bool IsIntrospection { get; init; }

    /// <summary>Why the callers for whom the operation is compiled may not use the field; null if they may.</summary>
    public (string What, AccessRule Rule)? Refused { get; init; }

    /// <summary>Whether the field is read from the database and written by its shape.</summary>
    public bool IsRead { get; init; }

    public RootNodes? Nodes { get; init; }

    public Func<FieldCall, ValueTask<object?>>? Call { get; init; }

    public Func<IReadOnlyDictionary<string, object?>, Dictionary<string, object?>> Arguments { get; init; } = _ => [];

    public Func<IReadOnlyList<string>, bool> IsSelected { get; init; } = _ => true;

    /// <summary>How a computed value is written.</summary>
    public ValueShape? Value { get; init; }

    /// <summary>The reads below a mutation.</summary>
    public CompiledReads? Reads { get; init; }

    public int Slots { get; init; }
}

/// <summary>Rows of any type, found by their global ids.</summary>
/// <param name="ByType">The reads per type, for the types of the given ids that the callers may see.</param>
internal sealed record RootNodes(bool IsMany, Input Ids, IReadOnlyDictionary<string, RowValue> ByType);
