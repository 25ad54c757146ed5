using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Sources;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// What a feature adds to the schema, besides the types of its rows, which are derived from models. The schema as a
/// whole does not need to know the features' contents.
/// </summary>
internal sealed record SchemaPart
{
    /// <summary>Enums, types of values, and inputs shared by several mutations.</summary>
    public IReadOnlyList<IGraphType> Types { get; init; } = [];

    /// <summary>Fields of Query that are not declared by a model.</summary>
    public IReadOnlyList<FieldType> Queries { get; init; } = [];

    public IReadOnlyList<IMutation> Mutations { get; init; } = [];

    /// <summary>The kinds of refusal that the feature's mutations bring with them.</summary>
    public IReadOnlyList<IErrorType> Errors { get; init; } = [];

    /// <summary>Fields of row types that can also be read from values which are not rows.</summary>
    public IReadOnlyList<ValueOfRow> Values { get; init; } = [];
}

/// <summary>How a field of a row type is read from a value that represents a row.</summary>
/// <param name="Type">The name of the row type.</param>
internal sealed record ValueOfRow(string Type, string Field, ValueSource Source);
