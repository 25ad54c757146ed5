using GraphQL;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// The sort keys of an <c>order</c> argument in the order in which they are written: input objects are read in the order
/// of the schema, but of <c>{ name: ASC, number: DESC }</c> people expect the name to count first.
/// </summary>
internal static class SortOrder
{
    private const string RawVariables = "rawVariables";

    /// <summary>What the execution must be given so that keys in variables keep their order too.</summary>
    public static Dictionary<string, object?> UserContext(Inputs? variables) => new() { [RawVariables] = variables };

    public static IReadOnlyList<IReadOnlyDictionary<string, object?>>? AsWritten(
        IResolveFieldContext context,
        string argument
    )
    {
        if (!context.Arguments!.TryGetValue(argument, out var read) || read.Value is not IEnumerable<object?> entries)
            return null;
        var written = context.FieldAst.Arguments?.Items.First(item => item.Name == argument).Value;
        var names = Written(written, context.UserContext[RawVariables] as Inputs).ToList();
        return
        [
            .. entries
                .Select((entry, index) => (Entry: entry as IReadOnlyDictionary<string, object?>, Index: index))
                .Where(pair => pair.Entry is not null)
                .Select(pair => Reorder(pair.Entry!, names.ElementAtOrDefault(pair.Index))),
        ];
    }

    private static IReadOnlyDictionary<string, object?> Reorder(
        IReadOnlyDictionary<string, object?> entry,
        object? written
    )
    {
        if (written is not IEnumerable<KeyValuePair<string, object?>> order)
            return entry;
        var sorted = new OrderedDictionary<string, object?>();
        foreach (var (name, inner) in order)
        {
            if (entry.TryGetValue(name, out var value))
                sorted.TryAdd(
                    name,
                    value is IReadOnlyDictionary<string, object?> nested ? Reorder(nested, inner) : value
                );
        }

        return sorted;
    }

    /// <summary>The entries of the argument, whether it is a list, a single object or a variable.</summary>
    private static IEnumerable<object?> Written(GraphQLValue? value, Inputs? variables) =>
        value switch
        {
            GraphQLListValue list => (list.Values ?? []).Select(item => Names(item, variables)),
            GraphQLVariable variable => Raw(variable, variables) switch
            {
                IEnumerable<KeyValuePair<string, object?>> single => [single],
                IEnumerable<object?> many => many,
                _ => [],
            },
            _ => [Names(value, variables)],
        };

    private static object? Names(GraphQLValue? value, Inputs? variables) =>
        value switch
        {
            GraphQLObjectValue entry => (entry.Fields ?? []).Select(field => new KeyValuePair<string, object?>(
                field.Name.StringValue,
                Names(field.Value, variables)
            )),
            GraphQLVariable variable => Raw(variable, variables),
            _ => null,
        };

    private static object? Raw(GraphQLVariable variable, Inputs? variables) =>
        variables?.GetValueOrDefault(variable.Name.StringValue);
}
