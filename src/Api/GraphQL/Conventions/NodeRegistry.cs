using GraphQL;
using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The types that implement Node, by name.</summary>
internal sealed class NodeRegistry
{
    private readonly Dictionary<string, INodeType> byName;
    private readonly Dictionary<Type, INodeType> byRow;

    public NodeRegistry(IEnumerable<INodeType> types)
    {
        byName = types.ToDictionary(type => type.Name);
        byRow = byName.Values.ToDictionary(type => type.RowType);
        Interface = new InterfaceGraphType
        {
            Name = "Node",
            Description = "Something with a global id.",
            ResolveType = row => byRow.GetValueOrDefault(row.GetType()),
        };
        Interface.AddField(TypeNames.Field("id", "ID!", "Opaque; `node(id)` finds it again."));
        foreach (var type in byName.Values)
        {
            type.AddResolvedInterface(Interface);
            Interface.AddPossibleType(type);
        }
    }

    public InterfaceGraphType Interface { get; }

    /// <summary>The row as a result of a field; null for a type that is not a node, or of which the caller may not know.</summary>
    public object? Load(IResolveFieldContext context, string typeName, Guid id)
    {
        var reads = OperationReads.Of(context);
        return byName.TryGetValue(typeName, out var type) && reads.Access.Allows(typeName, "id")
            ? type.Load(reads, context, id)
            : null;
    }
}
