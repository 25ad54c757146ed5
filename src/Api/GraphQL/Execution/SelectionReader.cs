using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Collects the fields of an object as the GraphQL specification requires (section 6.3.2): applies fragments and the
/// directives of the request, and merges fields with the same response name.
/// </summary>
internal sealed class SelectionReader(
    ISchema schema,
    GraphQLDocument document,
    IReadOnlyDictionary<string, object?> variables
)
{
    private readonly FieldType[] meta =
    [
        schema.TypeNameMetaFieldType,
        schema.SchemaMetaFieldType,
        schema.TypeMetaFieldType,
    ];

    public ISchema Schema => schema;

    /// <summary>The number of fields that have been collected.</summary>
    public int Fields { get; private set; }

    public IReadOnlyList<SelectedField> Collect(IObjectGraphType type, IEnumerable<GraphQLSelectionSet> selections)
    {
        var collected = new OrderedDictionary<string, SelectedField>();
        var visited = new HashSet<string>();
        foreach (var selection in selections)
            Collect(selection);
        Fields += collected.Count;
        return [.. collected.Values];

        void Collect(GraphQLSelectionSet set)
        {
            foreach (var selection in set.Selections.Where(IsIncluded))
            {
                switch (selection)
                {
                    case GraphQLField field:
                        Add(field);
                        break;
                    case GraphQLInlineFragment inline
                        when inline.TypeCondition is null || Applies(inline.TypeCondition):
                        Collect(inline.SelectionSet);
                        break;
                    case GraphQLFragmentSpread spread
                        when visited.Add(spread.FragmentName.Name.StringValue)
                            && Fragment(spread) is { } fragment
                            && Applies(fragment.TypeCondition):
                        Collect(fragment.SelectionSet);
                        break;
                }
            }
        }

        void Add(GraphQLField field)
        {
            // Without an alias, the name is the schema's string, so that operations need no memory for it.
            var definition = Definition(type, field);
            var key = field.Alias?.Name.StringValue ?? definition.Name;
            if (!collected.TryGetValue(key, out var known))
                collected[key] = known = new SelectedField(key, field, definition, []);
            if (field.SelectionSet is { } below)
                known.Below.Add(below);
        }

        bool Applies(GraphQLTypeCondition condition) =>
            schema.AllTypes[condition.Type.Name.Value] is { } named
            && (named.Equals(type) || named is IAbstractGraphType candidate && candidate.IsPossibleType(type));
    }

    private FieldType Definition(IObjectGraphType type, GraphQLField field)
    {
        var name = field.Name.Value;
        return type.GetField(name)
            ?? Array.Find(meta, one => name == one.Name)
            ?? throw new InvalidOperationException($"{type.Name} has no field {field.Name.StringValue}.");
    }

    /// <summary>The names of all fields below a field, on any level and of any type.</summary>
    public HashSet<string> NamesBelow(SelectedField field)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        field.Below.ForEach(Add);
        return names;

        void Add(GraphQLSelectionSet? set)
        {
            foreach (var selection in set?.Selections ?? [])
            {
                if (selection is GraphQLField inner)
                    names.Add(inner.Name.StringValue);
                Add(
                    selection is GraphQLFragmentSpread spread
                        ? Fragment(spread)?.SelectionSet
                        : ((IHasSelectionSetNode)selection).SelectionSet
                );
            }
        }
    }

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) =>
        document
            .Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    private bool IsIncluded(ASTNode node)
    {
        foreach (var directive in (node as IHasDirectivesNode)?.Directives?.Items ?? [])
        {
            var name = directive.Name.Value.Span;
            if (name is not ("skip" or "include") || Condition(directive) is not { } condition)
                continue;
            if (condition == name is "skip")
                return false;
        }

        return true;
    }

    private bool? Condition(GraphQLDirective directive) =>
        directive.Arguments?.Items.FirstOrDefault(argument => argument.Name.Value == "if")?.Value switch
        {
            GraphQLBooleanValue truth => truth.BoolValue,
            GraphQLVariable variable => variables.GetValueOrDefault(variable.Name.StringValue) as bool?,
            _ => null,
        };
}

/// <summary>A selected field with all places that select something below it.</summary>
internal sealed record SelectedField(
    string Key,
    GraphQLField Ast,
    FieldType Definition,
    List<GraphQLSelectionSet> Below
)
{
    public bool IsNonNull => Definition.ResolvedType is NonNullGraphType;

    public int Position => Ast.Location.Start;

    public FieldShape NewShape() => new(Key, IsNonNull, Position);
}
