using GraphQL;
using GraphQL.Types;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>What determines the length of a list.</summary>
internal enum ListSize
{
    /// <summary>The field is not a list.</summary>
    None,

    /// <summary>The length is assumed, or counted in the schema.</summary>
    Assumed,

    /// <summary>The number of given <c>ids</c>.</summary>
    Ids,

    /// <summary>The enclosing field: its page size, or the items of a mutation.</summary>
    FromParent,

    /// <summary>The requested number of groups.</summary>
    Groups,
}

/// <summary>The properties of a field that determine its cost.</summary>
/// <param name="Type">The type of the values; null if they have no fields.</param>
/// <param name="Assumed">The length of the list, if it is assumed.</param>
/// <param name="Average">The length within <c>__schema.types</c>, where all types are returned and averages
/// apply.</param>
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

/// <summary>The parts of the schema that determine costs; created once.</summary>
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
