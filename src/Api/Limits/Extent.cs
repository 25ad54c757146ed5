namespace TeacherDevPlan.Api.Limits;

/// <summary>How large a selection set is with all fragments in their places.</summary>
/// <param name="Fields">Fields, at all levels.</param>
/// <param name="TopFields">Fields of the first level.</param>
/// <param name="Fragments">Uses of fragments: spreads, and inline ones.</param>
/// <param name="Depth">Levels of fields.</param>
/// <param name="Nesting">Levels of selection sets, those of fragments counted too.</param>
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
    /// <summary>Sums stop here: beyond all limits, and far from overflowing.</summary>
    private const long Most = 1_000_000_000_000;

    /// <summary>Both in the same place.</summary>
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

    /// <summary>A field with this below it.</summary>
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

    /// <summary>A fragment with this in it.</summary>
    public Extent InFragment(int directives) =>
        this with
        {
            Fragments = Sum(Fragments, 1),
            Directives = Sum(Directives, directives),
            Nesting = Nesting + 1,
        };

    private static long Sum(long a, long b) => Math.Min(a + b, Most);
}
