using GraphQLParser;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>
/// One traversal of an operation. Alternatives (fragments on several types) and repeated fields all count, so the cost
/// is never less than that of the actual response with these sizes.
/// </summary>
internal sealed class CostWalk(CostSchema schema, GraphQLDocument document, VariableValues values)
{
    /// <summary>How many characters of a name in the response cost as much as one value.</summary>
    private const int LongName = 64;

    /// <summary>The number of values in the conditions of a field that cost nothing.</summary>
    private const int FreeValues = 20;

    /// <summary>The cost of each further value, because the database compares it with many rows.</summary>
    private const int CostOfValue = 10;

    private readonly Dictionary<ROM, long> scalars = [];

    /// <param name="Size">The size of lists whose length is determined by the enclosing field.</param>
    /// <param name="OfAllTypes">Whether this is within <c>__schema.types</c>, where averages apply.</param>
    internal readonly record struct Around(long Size, bool OfAllTypes);

    /// <summary>Whether the schema has been queried so far.</summary>
    public bool Introspects { get; private set; }

    public OperationCost Of(GraphQLSelectionSet? selections, CostType parent, Around around)
    {
        var sum = default(OperationCost);
        foreach (var selection in selections?.Selections ?? [])
        {
            if (selection is IHasDirectivesNode { Directives: { } directives } && IsLeftOut(directives))
                continue;
            sum += selection switch
            {
                GraphQLField field => Of(field, parent, around),
                GraphQLInlineFragment inline => Of(
                    inline.SelectionSet,
                    inline.TypeCondition is { } condition ? Named(condition, parent) : parent,
                    around
                ),
                GraphQLFragmentSpread spread when Fragment(spread) is { } fragment => Of(
                    fragment.SelectionSet,
                    Named(fragment.TypeCondition, parent),
                    around
                ),
                _ => default,
            };
        }

        return sum;
    }

    private OperationCost Of(GraphQLField field, CostType parent, Around around)
    {
        if (Find(field, parent) is not { } known)
            return new OperationCost(1, 0);
        var size = known.Size switch
        {
            ListSize.None => 1,
            ListSize.Ids => Math.Min(values.Count(Argument(field, "ids")), NodeFields.MaxNodes),
            ListSize.FromParent => around.Size,
            ListSize.Groups => Math.Clamp(
                values.Number(Argument(field, "first")) ?? GroupLimits.DefaultSize,
                0,
                PageRequest.MaxSize
            ),
            _ => around.OfAllTypes ? known.Average : known.Assumed,
        };
        var own = Conditions(field) + new OperationCost((field.Alias?.Name ?? field.Name).Value.Length / LongName, 0);
        if (known.Type is null)
            return new OperationCost(size, 0) + own;
        var below = Of(field.SelectionSet, known.Type, Below(field, known, parent, around));
        return below * size + new OperationCost(1, size) + own;
    }

    private Around Below(GraphQLField field, CostField known, CostType parent, Around around)
    {
        var size =
            known.TakesPage ? PageSize(field)
            : known.TakesInput ? values.CountIn(Argument(field, "input"), "items")
            : 0;
        var ofAllTypes = parent.Name switch
        {
            "__Schema" => field.Name.Value == "types",
            // The lists of a type (fields, enum values …) are averaged, because every type is returned once. The type of a
            // field, however, can be any type, even the largest.
            "__Type" => around.OfAllTypes && known.Size != ListSize.None && known.Type!.Name != "__Type",
            _ => false,
        };
        return new Around(size, ofAllTypes);
    }

    private CostField? Find(GraphQLField field, CostType parent)
    {
        var name = field.Name.Value.Span;
        if (parent.Field(name) is { } known)
            return known;
        if (!ReferenceEquals(parent, schema.Query))
            return null;
        var meta =
            name is "__schema" ? schema.Schema
            : name is "__type" ? schema.Type
            : null;
        Introspects |= meta is not null;
        return meta;
    }

    private OperationCost Conditions(GraphQLField field)
    {
        var count = Scalars(Argument(field, "where")) + Scalars(Argument(field, "having"));
        return new OperationCost(Math.Max(0, count - FreeValues) * CostOfValue, 0);
    }

    /// <summary>The number of values within a value. Each variable is counted once, however often it is used.</summary>
    private long Scalars(GraphQLValue? value)
    {
        switch (value)
        {
            case null:
                return 0;
            case GraphQLListValue list:
                return (list.Values ?? []).Sum(Scalars);
            case GraphQLObjectValue literal:
                return (literal.Fields ?? []).Sum(member => Scalars(member.Value));
            case GraphQLVariable variable:
                if (!scalars.TryGetValue(variable.Name.Value, out var count))
                    scalars[variable.Name.Value] = count = values.Scalars(variable);
                return count;
            default:
                return 1;
        }
    }

    /// <summary>The page size; an invalid one is refused by the field itself.</summary>
    private int PageSize(GraphQLField field)
    {
        var size = Max(values.Number(Argument(field, "first")), values.Number(Argument(field, "last")));
        return Math.Clamp(size ?? PageRequest.DefaultSize, 0, PageRequest.MaxSize);
    }

    private static int? Max(int? a, int? b) => a is null || b > a ? b : a;

    /// <summary>A variable that is neither true nor false skips nothing, because GraphQL will refuse it.</summary>
    private bool IsLeftOut(GraphQLDirectives directives)
    {
        foreach (var directive in directives.Items)
        {
            var name = directive.Name.Value.Span;
            if (name is not ("skip" or "include"))
                continue;
            var condition = Value(directive.Arguments, "if");
            if (values.IsNullByDefault(condition))
            {
                throw HttpRequestRefused.BadRequest(
                    "INVALID_VALUE",
                    $"The variable of @{directive.Name.Value}(if:) is null, but must be true or false."
                );
            }

            var leavesOut = name is "skip";
            if (values.Truth(condition) == leavesOut)
                return true;
        }

        return false;
    }

    private static GraphQLValue? Argument(GraphQLField field, string name) => Value(field.Arguments, name);

    private static GraphQLValue? Value(GraphQLArguments? arguments, string name)
    {
        foreach (var argument in arguments?.Items ?? [])
        {
            if (argument.Name.Value == name)
                return argument.Value;
        }

        return null;
    }

    private CostType Named(GraphQLTypeCondition condition, CostType parent) =>
        schema.Named(condition.Type.Name.Value.Span) ?? parent;

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread)
    {
        foreach (var definition in document.Definitions)
        {
            if (
                definition is GraphQLFragmentDefinition fragment
                && fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value
            )
                return fragment;
        }

        return null;
    }
}
