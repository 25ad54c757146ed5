namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>An object of the answer some of whose fields are resolved beforehand.</summary>
/// <param name="Place">Where it stands; null for the root.</param>
internal sealed record ObjectNode(object? Source, SelectionPlan Plan, Place? Place)
{
    /// <summary>The values of the resolved fields: null, an object, a node, a serialized leaf, or an array of these.</summary>
    public object?[] Slots { get; } = new object?[Plan.Resolved.Length];
}

/// <summary>A place in the answer: a field of an object, or an item of a list there.</summary>
internal sealed record Place(ObjectNode Parent, FieldPlan Field, Place? List = null, int Index = 0)
{
    /// <summary>From the root: names of fields, and places in lists.</summary>
    public List<object> Path(Func<FieldPlan, string> name)
    {
        if (List is not null)
        {
            var list = List.Path(name);
            list.Add(Index);
            return list;
        }

        var path = Parent.Place?.Path(name) ?? [];
        path.Add(name(Field));
        return path;
    }
}
