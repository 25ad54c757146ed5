using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>A figure of rows: the field of an aggregate, the condition on it and the sort key by it.</summary>
internal sealed record Figure(FieldType Field, FieldType Condition, FieldType Key)
{
    public static Figure Count() =>
        new(
            ConnectionTypes.Field("count", "Int!", "Number of rows."),
            TypeNames.Field("count", "IntOperationFilterInput", "Conditions on the number of rows."),
            TypeNames.Field("count", InputSet.Direction, "By number of rows.")
        );

    /// <summary>The result of an aggregate function.</summary>
    public static Figure Result(string name, string type, string description) =>
        new(
            ConnectionTypes.Field(name, type, description),
            TypeNames.Field(name, $"{type.TrimEnd('!')}OperationFilterInput", $"Conditions on `{name}`."),
            TypeNames.Field(name, InputSet.Direction, $"By `{name}`.")
        );

    /// <summary>Figures of a field of the rows. Their input types have names that derive from their type.</summary>
    public static Figure Of(
        ModelField field,
        string type,
        string? description = null,
        params QueryArgument[] arguments
    ) =>
        new(
            TypeNames.Field(
                field.Name,
                field.Access.IsOpen ? $"{type}!" : type,
                description ?? $"Figures of `{field.Name}`.",
                new ConnectionSource { Access = field.Access },
                arguments
            ),
            TypeNames.Field(field.Name, $"{type}FilterInput", $"Conditions on figures of `{field.Name}`."),
            TypeNames.Field(field.Name, $"{type}SortInput", $"By a figure of `{field.Name}`.")
        );
}
