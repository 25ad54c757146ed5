using GraphQL.Types;
using GraphQLParser.AST;

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
    public ISchema Schema => schema;

    public IReadOnlyList<SelectedField> Collect(IObjectGraphType type, IEnumerable<GraphQLSelectionSet> selections)
    {
        var collected = new OrderedDictionary<string, SelectedField>();
        var visited = new HashSet<string>();
        foreach (var selection in selections)
            Collect(selection);
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
            var key = (field.Alias?.Name ?? field.Name).StringValue;
            if (!collected.TryGetValue(key, out var known))
                collected[key] = known = new SelectedField(key, field, Definition(type, field), []);
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
        return name == schema.TypeNameMetaFieldType.Name ? schema.TypeNameMetaFieldType
            : ReferenceEquals(type, schema.Query) && name == schema.SchemaMetaFieldType.Name
                ? schema.SchemaMetaFieldType
            : ReferenceEquals(type, schema.Query) && name == schema.TypeMetaFieldType.Name ? schema.TypeMetaFieldType
            : type.GetField(name)
                ?? throw new InvalidOperationException($"{type.Name} has no field {field.Name.StringValue}.");
    }

    public GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) =>
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
);
