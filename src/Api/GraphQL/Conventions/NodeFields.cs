using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Global object identification: <c>node</c> and <c>nodes</c>.</summary>
internal static class NodeFields
{
    public const int MaxNodes = 100;

    public static void Add(ObjectType<object> query, NodeRegistry nodes)
    {
        query
            .Resolved(
                "node",
                "Node",
                "The thing with this id; null where there is none. A malformed id is an error.",
                context => Load(context, nodes, context.GetArgument<string>("id"))
            )
            .Arguments = new QueryArguments(ListArgumentsReader.Argument("id", "ID!", "As a field `id` gave it."));
        query
            .ResolvedAsync(
                "nodes",
                "[Node]!",
                $"The things with these ids, in their order, at most {MaxNodes}; null for those that do not exist.",
                context => LoadManyAsync(context, nodes)
            )
            .Arguments = new QueryArguments(ListArgumentsReader.Argument("ids", "[ID!]!", "As fields `id` gave them."));
    }

    private static object? Load(IResolveFieldContext context, NodeRegistry nodes, string id) =>
        NodeId.TryParse(id, out var parsed)
            ? nodes.Load(context, parsed.TypeName, parsed.Id)
            : throw Malformed(id, "id");

    private static async ValueTask<object?> LoadManyAsync(IResolveFieldContext context, NodeRegistry nodes)
    {
        var ids = context.GetArgument<List<string?>>("ids");
        if (ids.Count > MaxNodes)
            throw new QueryRefusedException(
                "TOO_MANY_IDS",
                "ids",
                $"{ids.Count} ids are given, at most {MaxNodes} are answered."
            );
        var loads = ids.Select((id, index) => LoadOne(context, nodes, id ?? "", index)).ToList();
        var results = new List<object?>(loads.Count);
        foreach (var load in loads)
            results.Add(load is IDataLoaderResult batch ? await batch.GetResultAsync(context.CancellationToken) : null);
        return results;
    }

    /// <summary>A malformed id among others is an error of its own, at its own place.</summary>
    private static object? LoadOne(IResolveFieldContext context, NodeRegistry nodes, string id, int index)
    {
        if (NodeId.TryParse(id, out var parsed))
            return nodes.Load(context, parsed.TypeName, parsed.Id);
        var refusal = Malformed(id, "ids");
        var error = new ExecutionError(refusal.Message, refusal) { Path = [.. context.ResponsePath, index] };
        error.AddLocation(context.FieldAst, context.Document);
        context.Errors.Add(error);
        return null;
    }

    private static QueryRefusedException Malformed(string id, string argument) =>
        new("INVALID_ID", argument, $"'{id}' is not an id that this service gave.");
}
