using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Running;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>An operation that can be run by every request with the same signature and kind of caller.</summary>
/// <param name="Reads">The statements of a query; mutations have their own.</param>
/// <param name="Fields">The number of selected fields, on all levels.</param>
internal sealed record CompiledOperation(IReadOnlyList<RootStep> Steps, bool IsMutation, StepReads Reads, int Fields)
{
    /// <summary>The approximate size of a field with its shape in memory.</summary>
    private const int BytesOfField = 200;

    /// <summary>Whether the operation queries the schema, which the library answers.</summary>
    public bool Introspects => Steps.Any(step => step.IsIntrospection);

    /// <summary>The approximate size in memory, for the limit of the cache.</summary>
    public int Bytes =>
        Fields * BytesOfField + Reads.Statements.Bytes + Steps.Sum(step => step.Reads?.Statements.Bytes ?? 0);
}

/// <summary>The statements of a query, or of one mutation.</summary>
/// <param name="Slots">The number of lists of ids that are handed in to the statements.</param>
internal sealed record StepReads(CompiledReads Statements, int Slots);

/// <summary>A field of the root type. A field that only reads rows is written by its shape.</summary>
internal sealed record RootStep(FieldShape Shape)
{
    // Most fields have none of these; they share the empty ones.
    private static readonly Dictionary<string, Input> NoArguments = [];
    private static readonly HashSet<string> NoNames = [];

    /// <summary>Whether the library answers the field.</summary>
    public bool IsIntrospection { get; init; }

    /// <summary>The value, if it is the same in every run: the name of the root type.</summary>
    public string? Constant { get; init; }

    /// <summary>Computes the field, if it is not read.</summary>
    public Func<FieldCall, ValueTask<object?>>? Call { get; init; }

    /// <summary>Whether the call may read, too; then it reads the same snapshot.</summary>
    public bool MayRead { get; init; }

    public IReadOnlyDictionary<string, Input> Arguments { get; init; } = NoArguments;

    public IReadOnlySet<string> Selected { get; init; } = NoNames;

    /// <summary>How a computed value is written.</summary>
    public ValueShape? Value { get; init; }

    /// <summary>The reads below a mutation.</summary>
    public StepReads? Reads { get; init; }
}

/// <summary>
/// An operation that was compiled for one request, with everything that other requests of its kind share.
/// </summary>
/// <param name="Values">The variables of the request.</param>
internal sealed record Compilation(
    CompiledOperation Operation,
    OperationVariables Variables,
    IReadOnlyDictionary<string, object?> Values
);
