namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>How the rows of a page are found.</summary>
internal enum PageSearch
{
    /// <summary>In the order of the page.</summary>
    InOrder,

    /// <summary>In the order of the page, each part of the rows by its index (see <see cref="OrderKey.Parts"/>).</summary>
    InParts,

    /// <summary>
    /// All rows that match are found, and then sorted. Otherwise PostgreSQL may read an index in the order of the page until
    /// it has met enough rows that match, which is all of a long table if there are none.
    /// </summary>
    FoundFirst,

    /// <summary>
    /// The page is looked for among the first rows of the order; only if there are too few of them, all rows that match are
    /// found. PostgreSQL cannot tell before whether matches are common, so that reading on in the order is cheapest, or rare.
    /// </summary>
    NearOrFar,
}
