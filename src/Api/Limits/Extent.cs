namespace TeacherDevPlan.Api.Limits;

/// <summary>The size of a selection set with all fragments expanded.</summary>
/// <param name="Fields">Number of fields on all levels.</param>
/// <param name="TopFields">Number of fields on the first level.</param>
/// <param name="Fragments">Number of fragment spreads and inline fragments.</param>
/// <param name="Depth">Levels of fields.</param>
/// <param name="Nesting">Levels of selection sets, including those of fragments.</param>
internal readonly record struct Extent(
    long Fields,
    long TopFields,
    long Fragments,
    long Aliases,
    long Directives,
    int Depth,
    int Nesting
)
{
    /// <summary>The value at which sums saturate: above all limits, and far from overflow.</summary>
    private const long Most = 1_000_000_000_000;

    /// <summary>The extent of both selections in the same selection set.</summary>
    public static Extent operator +(Extent a, Extent b) =>
        new(
            Sum(a.Fields, b.Fields),
            Sum(a.TopFields, b.TopFields),
            Sum(a.Fragments, b.Fragments),
            Sum(a.Aliases, b.Aliases),
            Sum(a.Directives, b.Directives),
            Math.Max(a.Depth, b.Depth),
            Math.Max(a.Nesting, b.Nesting)
        );

    /// <summary>The extent of a field with this selection set.</summary>
    public Extent UnderField(bool hasAlias, int directives) =>
        new(
            Sum(Fields, 1),
            1,
            Fragments,
            Sum(Aliases, hasAlias ? 1 : 0),
            Sum(Directives, directives),
            Depth + 1,
            Nesting + 1
        );

    /// <summary>The extent of a fragment with this selection set.</summary>
    public Extent InFragment(int directives) =>
        this with
        {
            Fragments = Sum(Fragments, 1),
            Directives = Sum(Directives, directives),
            Nesting = Nesting + 1,
        };

    private static long Sum(long a, long b) => Math.Min(a + b, Most);
}
