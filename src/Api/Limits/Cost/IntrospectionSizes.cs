using GraphQL.Types;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>
/// The lengths of introspection lists, counted in the schema: the maximum, and the average over all types, which
/// applies to <c>__schema { types { ... } }</c>.
/// </summary>
internal sealed class IntrospectionSizes
{
    private readonly Dictionary<(string Type, string Field), (long Most, long Average)> sizes = [];

    public IntrospectionSizes(ISchema schema)
    {
        var types = schema.AllTypes.ToList();
        var outputs = types.OfType<IComplexGraphType>().Where(type => type is not IInputObjectGraphType).ToList();
        var arguments = outputs.SelectMany(type => type.Fields).Select(field => field.Arguments?.Count ?? 0);
        sizes[("__Schema", "types")] = (types.Count, types.Count);
        sizes[("__Schema", "directives")] = (schema.Directives.Count, schema.Directives.Count);
        Add("fields", outputs.Select(type => type.Fields.Count));
        Add("inputFields", types.OfType<IInputObjectGraphType>().Select(type => type.Fields.Count));
        Add("enumValues", types.OfType<EnumerationGraphType>().Select(type => type.Values.Count));
        Add("interfaces", types.OfType<IImplementInterfaces>().Select(type => type.ResolvedInterfaces.Count));
        Add("possibleTypes", types.OfType<IAbstractGraphType>().Select(type => type.PossibleTypes.Count));
        sizes[("__Field", "args")] = Size(arguments, outputs.Sum(type => type.Fields.Count));

        void Add(string field, IEnumerable<int> counts) => sizes[("__Type", field)] = Size(counts, types.Count);
    }

    /// <summary>Returns nulls for any other field.</summary>
    public (long? Most, long? Average) Of(string type, string field) =>
        sizes.TryGetValue((type, field), out var size) ? size : (null, null);

    /// <param name="among">The number of types to average over, including those without such a list.</param>
    private static (long Most, long Average) Size(IEnumerable<int> counts, int among)
    {
        var known = counts.ToList();
        return (known.DefaultIfEmpty().Max(), (known.Sum() + among - 1) / among);
    }
}
