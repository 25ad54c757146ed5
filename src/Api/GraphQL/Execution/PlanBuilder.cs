using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Makes the plan of an operation, as the GraphQL specification collects fields: fragments that apply, directives as they are in
/// this request, fields of one name merged.
/// </summary>
/// <param name="isIncluded">What @skip and @include say.</param>
internal sealed class PlanBuilder(ISchema schema, GraphQLDocument document, Func<ASTNode, bool> isIncluded)
{
    public static SelectionPlan Build(ExecutionContext context, IObjectGraphType root)
    {
        // What is planned later, when a type is first met, must not hold on to this request.
        var excluded = Excluded(context);
        var builder = new PlanBuilder(context.Schema, context.Document, node => !excluded.Contains(node));
        return builder.Plan(root, [context.Operation.SelectionSet]);
    }

    /// <summary>What the directives leave out in this request.</summary>
    public static HashSet<ASTNode> Excluded(ExecutionContext context)
    {
        var excluded = new HashSet<ASTNode>(ReferenceEqualityComparer.Instance);
        foreach (
            var (node, directives) in context.DirectiveValues
                ?? new Dictionary<ASTNode, IDictionary<string, DirectiveInfo>>()
        )
        {
            if (
                Says(directives, context.Schema.Directives.Skip) is true
                || Says(directives, context.Schema.Directives.Include) is false
            )
                excluded.Add(node);
        }

        return excluded;
    }

    private static bool? Says(IDictionary<string, DirectiveInfo> directives, Directive directive) =>
        directives.TryGetValue(directive.Name, out var info) ? (bool?)info.Arguments["if"].Value : null;

    private SelectionPlan Plan(IObjectGraphType type, IReadOnlyList<GraphQLSelectionSet> selections)
    {
        var collected =
            new OrderedDictionary<string, (GraphQLField Ast, FieldType Definition, List<GraphQLSelectionSet> Below)>();
        var visited = new HashSet<string>();
        foreach (var selection in selections)
            Collect(selection);
        var slots = 0;
        return new SelectionPlan(type, [.. collected.Select(entry => Field(entry.Key, entry.Value))]);

        void Collect(GraphQLSelectionSet set)
        {
            foreach (var selection in set.Selections.Where(isIncluded))
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
            if (!collected.TryGetValue(key, out var entry))
                collected[key] = entry = (field, Definition(type, field), []);
            if (field.SelectionSet is { } below)
                entry.Below.Add(below);
        }

        bool Applies(GraphQLTypeCondition condition) =>
            schema.AllTypes[condition.Type.Name.Value] is { } named
            && (named.Equals(type) || named is IAbstractGraphType candidate && candidate.IsPossibleType(type));

        FieldPlan Field(string key, (GraphQLField Ast, FieldType Definition, List<GraphQLSelectionSet> Below) field)
        {
            var value = Value(field.Definition.ResolvedType!, field.Below);
            var plain = Plain(type, field.Definition);
            var isPlain = plain is not null && value.IsPlain;
            return new FieldPlan
            {
                Key = key,
                Name = JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping),
                Ast = field.Ast,
                Definition = field.Definition,
                Resolver = field.Definition.Resolver ?? NameFieldResolver.Instance,
                Value = value,
                Slot = isPlain ? -1 : slots++,
                WriteLeaf = isPlain && value.Leaf is { } leaf ? plain!.Writer(leaf) : null,
            };
        }
    }

    private ValuePlan Value(IGraphType type, IReadOnlyList<GraphQLSelectionSet> below)
    {
        var nonNull = type as NonNullGraphType;
        var bare = nonNull?.ResolvedType ?? type;
        return new ValuePlan
        {
            IsNonNull = nonNull is not null,
            Items = bare is ListGraphType list ? Value(list.ResolvedType!, below) : null,
            Leaf = bare as ScalarGraphType,
            Abstract = bare as IAbstractGraphType,
            Object = bare is IObjectGraphType known ? Plan(known, below) : null,
            Plan = met => Plan(met, below),
        };
    }

    /// <summary>The field as one that is read off its object; null where it is to be resolved.</summary>
    private IPlainField? Plain(IObjectGraphType type, FieldType definition) =>
        definition == schema.TypeNameMetaFieldType ? new ConstantField(type.Name)
        : definition.Resolver is IPlainField { IsPlain: true } plain ? plain
        : null;

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) =>
        document
            .Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    private FieldType Definition(IObjectGraphType type, GraphQLField field)
    {
        var name = field.Name.Value;
        if (name == schema.TypeNameMetaFieldType.Name)
            return schema.TypeNameMetaFieldType;
        if (ReferenceEquals(type, schema.Query) && name == schema.SchemaMetaFieldType.Name)
            return schema.SchemaMetaFieldType;
        if (ReferenceEquals(type, schema.Query) && name == schema.TypeMetaFieldType.Name)
            return schema.TypeMetaFieldType;
        return type.GetField(name)
            ?? throw new InvalidOperationException($"{type.Name} has no field {field.Name.StringValue}.");
    }
}
