using GraphQL;
using GraphQL.Types;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>Where the length of a list comes from.</summary>
internal enum ListSize
{
    /// <summary>It is no list.</summary>
    None,

    /// <summary>Assumed, or counted in the schema.</summary>
    Assumed,

    /// <summary>The <c>ids</c> that are given.</summary>
    Ids,

    /// <summary>What the field around it was given: a page size, or the items of a mutation.</summary>
    FromParent,

    /// <summary>The number of groups that is asked for.</summary>
    Groups,
}

/// <summary>A field, as far as it matters for the cost.</summary>
/// <param name="Type">Null where its values have no fields.</param>
/// <param name="Assumed">The length of the list, where that is assumed.</param>
/// <param name="Average">The same within <c>__schema.types</c>, where all types are told and the average counts.</param>
internal sealed record CostField(
    CostType? Type,
    ListSize Size,
    long Assumed,
    long Average,
    bool TakesPage,
    bool TakesInput
);

/// <summary>A type with fields.</summary>
internal sealed class CostType(string name)
{
    private readonly Dictionary<string, CostField> fields = [];

    public string Name { get; } = name;

    public void Add(string field, CostField cost) => fields[field] = cost;

    public CostField? Field(ReadOnlySpan<char> field) =>
        fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(field, out var cost) ? cost : null;
}

/// <summary>The schema, as far as it matters for the cost; made once.</summary>
internal sealed class CostSchema
{
    private readonly Dictionary<string, CostType> types = [];
    private readonly IntrospectionSizes introspection;

    public CostSchema(ISchema schema)
    {
        schema.Initialize();
        introspection = new IntrospectionSizes(schema);
        var named = schema.AllTypes.ToList();
        foreach (var type in named)
            types[type.Name] = new CostType(type.Name);
        foreach (var type in named.OfType<IComplexGraphType>().Where(type => type is not IInputObjectGraphType))
        {
            foreach (var field in type.Fields)
                types[type.Name].Add(field.Name, Cost(type, field));
        }

        Query = types[schema.Query.Name];
        Mutation = schema.Mutation is null ? null : types[schema.Mutation.Name];
        Schema = Cost(schema.Query, schema.SchemaMetaFieldType);
        Type = Cost(schema.Query, schema.TypeMetaFieldType);
    }

    public CostType Query { get; }

    public CostType? Mutation { get; }

    /// <summary>The field <c>__schema</c>.</summary>
    public CostField Schema { get; }

    /// <summary>The field <c>__type</c>.</summary>
    public CostField Type { get; }

    public CostType? Named(ReadOnlySpan<char> name) =>
        types.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var type) ? type : null;

    private CostField Cost(IComplexGraphType parent, FieldType field)
    {
        var named = field.ResolvedType!.GetNamedType();
        var size = Size(parent, field);
        var (most, average) = introspection.Of(parent.Name, field.Name);
        return new CostField(
            named is IComplexGraphType or UnionGraphType ? types[named.Name] : null,
            size,
            most ?? AssumedSizes.ByField.GetValueOrDefault(field.Name, AssumedSizes.Default),
            average ?? AssumedSizes.ByField.GetValueOrDefault(field.Name, AssumedSizes.Default),
            field.Arguments?.Find("first") is not null,
            field.Arguments?.Find("input") is not null
        );
    }

    private static ListSize Size(IComplexGraphType parent, FieldType field)
    {
        var nullable = field.ResolvedType is NonNullGraphType outer ? outer.ResolvedType : field.ResolvedType;
        if (nullable is not ListGraphType)
            return ListSize.None;
        if (field.Arguments?.Find("ids") is not null)
            return ListSize.Ids;
        if (field.Name == "groups" && field.Arguments?.Find("by") is not null)
            return ListSize.Groups;
        var ofPage = parent.Name.EndsWith("Connection", StringComparison.Ordinal) && field.Name is "nodes" or "edges";
        var ofItems = parent.Name.EndsWith("Payload", StringComparison.Ordinal) && field.Name != "errors";
        return ofPage || ofItems ? ListSize.FromParent : ListSize.Assumed;
    }
}
