using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Reads;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>An operation, ready to be run by any request of its kind.</summary>
/// <param name="Reads">The statements of a query; mutations have their own.</param>
/// <param name="Slots">How many lists of ids are handed in to them.</param>
internal sealed record CompiledOperation(IReadOnlyList<RootStep> Steps, bool IsMutation, CompiledReads Reads, int Slots)
{
    /// <summary>Whether it asks for the schema, which the library answers.</summary>
    public bool Introspects => Steps.Any(step => step.IsIntrospection);

    /// <summary>How much text it is, for limits on what is remembered.</summary>
    public int Characters => Reads.Characters;
}

/// <summary>A field of the root; what it is, one of its members says.</summary>
internal sealed record RootStep(FieldShape Shape)
{
    /// <summary>The name of the root's type.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether the library answers it.</summary>
    public bool IsIntrospection { get; init; }

    /// <summary>Why the callers that it is compiled for may not use it.</summary>
    public (string What, AccessRule Rule)? Refused { get; init; }

    /// <summary>Whether it is read, and written by its shape.</summary>
    public bool IsRead { get; init; }

    public RootNodes? Nodes { get; init; }

    public Func<FieldCall, ValueTask<object?>>? Call { get; init; }

    public Func<IReadOnlyDictionary<string, object?>, Dictionary<string, object?>> Arguments { get; init; } = _ => [];

    public Func<IReadOnlyList<string>, bool> IsSelected { get; init; } = _ => true;

    /// <summary>How what is computed is written.</summary>
    public ValueShape? Value { get; init; }

    /// <summary>Of a mutation: what is read below it.</summary>
    public CompiledReads? Reads { get; init; }

    public int Slots { get; init; }
}

/// <summary>Rows of any type, by their global ids.</summary>
/// <param name="ByType">The rows of each type that the ids name and the callers may know of.</param>
internal sealed record RootNodes(bool IsMany, Input Ids, IReadOnlyDictionary<string, RowValue> ByType);
