using GraphQL.Resolvers;
using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Types written as in the schema, such as "[Project!]!". Named types are resolved when the schema is complete.
/// </summary>
internal static class TypeNames
{
    public static IGraphType Parse(string type)
    {
        if (type.EndsWith('!'))
            return new NonNullGraphType(Parse(type[..^1]));
        return type.StartsWith('[') ? new ListGraphType(Parse(type[1..^1])) : new GraphQLTypeReference(type);
    }

    public static FieldType Field(
        string name,
        string type,
        string description,
        IFieldResolver? resolver = null,
        params QueryArgument[] arguments
    ) =>
        new()
        {
            Name = name,
            ResolvedType = Parse(type),
            Description = description,
            Resolver = resolver,
            Arguments = arguments.Length == 0 ? null : new QueryArguments(arguments),
        };

    public static ObjectGraphType Object(string name, string description, IEnumerable<FieldType> fields)
    {
        var type = new ObjectGraphType { Name = name, Description = description };
        foreach (var field in fields)
            type.AddField(field);
        return type;
    }

    /// <summary>The scalar or enum that represents values of a C# type.</summary>
    public static string Of(Type type) =>
        type.IsEnum ? type.Name
        : type == typeof(string) ? "String"
        : type == typeof(int) ? "Int"
        : type == typeof(bool) ? "Boolean"
        : type == typeof(decimal) ? "Decimal"
        : type == typeof(DateOnly) ? "LocalDate"
        : type == typeof(DateTimeOffset) ? "DateTime"
        : type == typeof(Guid) ? "ID"
        : throw new InvalidOperationException($"The schema has no scalar for {type}.");
}
