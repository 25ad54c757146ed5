using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Global object identification: the interface Node and the fields <c>node</c> and <c>nodes</c>.</summary>
internal static class NodeFields
{
    public const int MaxNodes = 100;

    public static InterfaceGraphType Interface()
    {
        var node = new InterfaceGraphType
        {
            Name = "Node",
            Description = "An object with a global id.",
            // The library requires a way to resolve a value's type. The compiled operation uses the type in the id and
            // never calls this.
            ResolveType = _ => null,
        };
        node.AddField(TypeNames.Field("id", "ID!", "Opaque global id, to be used with `node(id)`."));
        return node;
    }

    public static IEnumerable<FieldType> All() =>
        [
            Field(
                "node",
                "Node",
                "The object with this id; null if it does not exist. A malformed id is an error.",
                FieldArguments.Of("id", "ID!", "An id from a field `id`.")
            ),
            Field(
                "nodes",
                "[Node]!",
                $"The objects with these ids, in the same order, at most {MaxNodes}; null for ids that do not exist.",
                FieldArguments.Of("ids", "[ID!]!", "Ids from fields `id`.")
            ),
        ];

    public static QueryRefusedException Malformed(string id, string argument) =>
        new("INVALID_ID", argument, $"'{id}' is not an id of this service.");

    /// <summary>The ids, or the id, unless they are too many.</summary>
    public static object? Few(object? ids) =>
        ids is IReadOnlyList<object?> { Count: > MaxNodes and var count }
            ? throw new QueryRefusedException(
                "TOO_MANY_IDS",
                "ids",
                $"{count} ids are given; at most {MaxNodes} are allowed."
            )
            : ids;

    private static FieldType Field(string name, string type, string description, QueryArgument ids) =>
        TypeNames.Field(name, type, description, new NodeSource(ids.Name), ids);
}
