using GraphQL;
using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The arguments that every connection takes.</summary>
internal static class ListArgumentsReader
{
    public static QueryArguments Declare(string name) =>
        new(
            Argument("where", $"{name}FilterInput", "Which to list; all where it is left out."),
            Argument("order", $"[{name}SortInput!]", "Sort keys, the first counts most; ties are broken by id."),
            Argument(
                "first",
                "Int",
                $"How many from the start, 1 to {PageRequest.MaxSize}; {PageRequest.DefaultSize} by default."
            ),
            Argument("after", "String", "A cursor: only what comes after it."),
            Argument("last", "Int", $"How many from the end, 1 to {PageRequest.MaxSize}; not together with first."),
            Argument("before", "String", "A cursor: only what comes before it.")
        );

    public static QueryArgument Argument(string name, string type, string description) =>
        new(TypeNames.Parse(type)) { Name = name, Description = description };

    public static ListArguments Read(IResolveFieldContext context) =>
        new(
            Where(context),
            SortOrder.AsWritten(context, "order"),
            context.GetArgument<int?>("first"),
            context.GetArgument<string?>("after"),
            context.GetArgument<int?>("last"),
            context.GetArgument<string?>("before")
        );

    public static IReadOnlyDictionary<string, object?>? Where(IResolveFieldContext context) =>
        context.Arguments!.TryGetValue("where", out var where)
            ? (IReadOnlyDictionary<string, object?>?)where.Value
            : null;
}
