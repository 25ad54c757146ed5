using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Execution;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// What one feature adds to the schema beside the types of its rows, which are derived from their models: so that the schema as a whole
/// need not know what a feature consists of.
/// </summary>
internal sealed record SchemaPart
{
    /// <summary>Enums, types of values, and inputs that several mutations share.</summary>
    public IReadOnlyList<IGraphType> Types { get; init; } = [];

    /// <summary>Fields of Query that no model declares.</summary>
    public IReadOnlyList<FieldType> Queries { get; init; } = [];

    public IReadOnlyList<IMutation> Mutations { get; init; } = [];

    /// <summary>The kinds of refusal that the feature's mutations bring with them.</summary>
    public IReadOnlyList<IErrorType> Errors { get; init; } = [];

    /// <summary>Fields of rows' types that are also told of values which are no rows.</summary>
    public IReadOnlyList<ValueOfRow> Values { get; init; } = [];
}

/// <summary>How a value tells a field of the type of rows that it stands for.</summary>
/// <param name="Type">The type's name, and the field's.</param>
internal sealed record ValueOfRow(string Type, string Field, ValueSource Source);
