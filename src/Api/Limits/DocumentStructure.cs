using GraphQLParser.AST;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Refuses a document that is too large before it is validated, since some validation rules take quadratic time or
/// more. All operations of the document count, because all are validated.
/// </summary>
internal static class DocumentStructure
{
    /// <summary>
    /// The maximum number of conflicting field pairs. Each may become an error, which takes the library some
    /// microseconds to create.
    /// </summary>
    private const int MaxDifferences = 1_000;

    /// <summary>
    /// Whether a fragment contains itself. Such a document must not be traversed further, only refused.
    /// </summary>
    public static bool Check(GraphQLDocument document, string text, GraphQLLimits limits)
    {
        var extent = new DocumentExtent(document);
        var total = extent.Total;
        Check(extent.FragmentDefinitions, limits.MaxFragments, "TOO_MANY_FRAGMENTS", "fragments");
        Check(total.Fields + total.Fragments, limits.MaxFields, "TOO_MANY_FIELDS", "fields and fragment spreads");
        Check(extent.MostRootFields, limits.MaxRootFields, "TOO_MANY_ROOT_FIELDS", "fields at its root");
        Check(total.Aliases, limits.MaxAliases, "TOO_MANY_ALIASES", "aliases");
        Check(total.Directives, limits.MaxDirectives, "TOO_MANY_DIRECTIVES", "directives");
        Check(extent.MostVariables, limits.MaxVariables, "TOO_MANY_VARIABLES", "variables");
        if (total.Depth > limits.MaxDepth)
            throw TooDeep("fields", limits.MaxDepth, total.Depth);
        if (extent.IsBottomless || total.Nesting > limits.MaxNesting)
            throw TooDeep("selection sets", limits.MaxNesting, extent.IsBottomless ? null : total.Nesting);
        if (extent.IsCyclic)
            return true;
        var repeats = new FieldRepeats(extent, text);
        repeats.Count();
        RefuseRepeats(repeats, limits);
        return false;
    }

    private static void RefuseRepeats(FieldRepeats repeats, GraphQLLimits limits)
    {
        if (repeats.Times > limits.MaxFieldRepeats)
        {
            throw LimitRefused.BadRequest(
                "TOO_MANY_REPEATS",
                $"The query selects '{Text.Short(repeats.Name)}' {repeats.Times} times in one place; at most {limits.MaxFieldRepeats} are allowed. Select it once.",
                limits.MaxFieldRepeats,
                repeats.Times
            );
        }

        if (repeats.Differences > MaxDifferences)
        {
            throw LimitRefused.BadRequest(
                "TOO_MANY_REPEATS",
                $"The query has {repeats.Differences} pairs of fields with the same name in one place and different arguments; at most {MaxDifferences} are allowed. Use aliases.",
                MaxDifferences,
                repeats.Differences
            );
        }
    }

    private static void Check(long actual, long limit, string code, string what)
    {
        if (actual > limit)
        {
            throw LimitRefused.BadRequest(
                code,
                $"With fragments expanded, the query has {actual} {what}; at most {limit} are allowed. Request less, or send several requests.",
                limit,
                actual
            );
        }
    }

    private static HttpRequestRefused TooDeep(string what, int limit, int? actual) =>
        LimitRefused.BadRequest(
            "QUERY_TOO_DEEP",
            $"With fragments expanded, the query nests {what} {(actual is null ? $"far more than {limit}" : $"{actual}")} levels deep; at most {limit} are allowed. Request fewer levels.",
            limit,
            actual
        );
}
