using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Arguments that several fields share, with the same description everywhere.</summary>
internal static class FieldArguments
{
    public static QueryArgument Of(string name, string type, string description) =>
        new(TypeNames.Parse(type)) { Name = name, Description = description };

    public static QueryArgument FiscalYear() =>
        Of("fiscalYear", "Int!", "In the Buddhist era: 2566 is 2022-10-01 to 2023-09-30.");

    /// <summary>The arguments of every field that returns money.</summary>
    public static QueryArgument AsOf() =>
        Of("asOf", "DateTime", "A past moment: returns the amounts with everything recorded by then. Default: now.");

    /// <param name="name">The listed type.</param>
    public static QueryArgument Where(string name) =>
        Of("where", $"{name}FilterInput", "Conditions on the rows; by default all rows.");

    /// <summary>The arguments of every connection.</summary>
    /// <param name="name">The listed type.</param>
    public static QueryArgument[] List(string name) =>
        [
            Where(name),
            Of("order", $"[{name}SortInput!]", "Sort keys; the first one has priority. Ties are broken by id."),
            Of(
                "first",
                "Int",
                $"Number of rows from the start, 1 to {PageRequest.MaxSize}, by default {PageRequest.DefaultSize}."
            ),
            Of("after", "String", "A cursor; only rows after it are returned."),
            Of("last", "Int", $"Number of rows from the end, 1 to {PageRequest.MaxSize}; not together with first."),
            Of("before", "String", "A cursor; only rows before it are returned."),
        ];
}
