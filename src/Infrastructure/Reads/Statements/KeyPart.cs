namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>A part of the rows in which an index has the order of a key.</summary>
/// <param name="Condition">The condition for the rows of the part.</param>
/// <param name="Sql">The sort expression in the part.</param>
/// <param name="IsNull">Whether the value is null in all rows of the part; otherwise it is null in none.</param>
internal sealed record KeyPart(string Condition, string Sql, bool IsNull)
{
    /// <summary>
    /// An index can be read in both directions, but nulls come last in both. So rows with and without a value are two
    /// parts.
    /// </summary>
    public static IReadOnlyList<KeyPart> ByNull(string sql) =>
        [new($"{sql} IS NOT NULL", sql, IsNull: false), new($"{sql} IS NULL", sql, IsNull: true)];
}
