using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The arguments that several fields take, each told in the same words everywhere.</summary>
internal static class FieldArguments
{
    public static QueryArgument Of(string name, string type, string description) =>
        new(TypeNames.Parse(type)) { Name = name, Description = description };

    public static QueryArgument FiscalYear() =>
        Of("fiscalYear", "Int!", "In the Buddhist era: 2566 is 2022-10-01 to 2023-09-30.");

    /// <summary>What every field takes that tells money.</summary>
    public static QueryArgument AsOf() =>
        Of(
            "asOf",
            "DateTime",
            "A past moment: the position as it stood then, with all that was recorded by it. Now where it is left out."
        );

    /// <param name="name">Of the type that is listed.</param>
    public static QueryArgument Where(string name) =>
        Of("where", $"{name}FilterInput", "Which to list; all where it is left out.");

    /// <summary>What every connection takes.</summary>
    /// <param name="name">Of the type that is listed.</param>
    public static QueryArguments List(string name) =>
        new(
            Where(name),
            Of("order", $"[{name}SortInput!]", "Sort keys, the first counts most; ties are broken by id."),
            Of(
                "first",
                "Int",
                $"How many from the start, 1 to {PageRequest.MaxSize}; {PageRequest.DefaultSize} by default."
            ),
            Of("after", "String", "A cursor: only what comes after it."),
            Of("last", "Int", $"How many from the end, 1 to {PageRequest.MaxSize}; not together with first."),
            Of("before", "String", "A cursor: only what comes before it.")
        );
}
