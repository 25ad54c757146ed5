using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Global object identification: the interface, and the fields <c>node</c> and <c>nodes</c>.</summary>
internal static class NodeFields
{
    public const int MaxNodes = 100;

    public static InterfaceGraphType Interface()
    {
        var node = new InterfaceGraphType
        {
            Name = "Node",
            Description = "Something with a global id.",
            // The library wants to know how a value's type is told; the executor goes by the id's type and never asks.
            ResolveType = _ => null,
        };
        node.AddField(TypeNames.Field("id", "ID!", "Opaque; `node(id)` finds it again."));
        return node;
    }

    public static IEnumerable<FieldType> All() =>
        [
            Field(
                "node",
                "Node",
                "The thing with this id; null where there is none. A malformed id is an error.",
                isMany: false,
                FieldArguments.Of("id", "ID!", "As a field `id` gave it.")
            ),
            Field(
                "nodes",
                "[Node]!",
                $"The things with these ids, in their order, at most {MaxNodes}; null for those that do not exist.",
                isMany: true,
                FieldArguments.Of("ids", "[ID!]!", "As fields `id` gave them.")
            ),
        ];

    public static QueryRefusedException Malformed(string id, string argument) =>
        new("INVALID_ID", argument, $"'{id}' is not an id that this service gave.");

    public static QueryRefusedException TooMany(int count) =>
        new("TOO_MANY_IDS", "ids", $"{count} ids are given, at most {MaxNodes} are answered.");

    private static FieldType Field(string name, string type, string description, bool isMany, QueryArgument argument)
    {
        var field = TypeNames.Field(name, type, description, new NodeSource(isMany));
        field.Arguments = new QueryArguments(argument);
        return field;
    }
}
