namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// Versions of the data, by topic. A transaction that writes adds one row with a random number to <c>data_changes</c>, which is seen from
/// the moment on that what it wrote is. A topic's version is all of its numbers together (exclusive or): it is the same
/// exactly as long as the same transactions are seen, also behind a restore or a lost server. Nobody waits for anybody: there is
/// no row that two writers change.
/// </summary>
internal static class DataVersionSql
{
    public const string Trigger = "note_changes";

    /// <summary>One row for each topic.</summary>
    public const string Read = """
        SELECT topic, bit_xor(stamp) FROM (
            SELECT topic, stamp FROM data_versions UNION ALL SELECT topic, stamp FROM data_changes
        ) AS stamps GROUP BY topic
        """;

    /// <summary>Sums up what has changed; no version is another one for it.</summary>
    public const string Fold = "SELECT fold_data_changes()";
}
