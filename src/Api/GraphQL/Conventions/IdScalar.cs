using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Ids are always strings. The library's own type would pass an id on as a number if a client writes one.
/// </summary>
internal sealed class IdScalar : IdGraphType
{
    public IdScalar() => Name = "ID";

    public override object? ParseLiteral(GraphQLValue value) => Text(base.ParseLiteral(value));

    public override object? ParseValue(object? value) => Text(base.ParseValue(value));

    private static string? Text(object? value) =>
        value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
}
