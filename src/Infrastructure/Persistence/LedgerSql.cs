namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>What the code has to know of the ledger's tables by name; the migrations hold what the database checks.</summary>
internal static class LedgerSql
{
    /// <summary>The project was closed after the entry was decided on.</summary>
    public const string StatusConstraint = "ck_ledger_entries_project_status";

    /// <summary>The columns of a balance, in the order in which they are read and written.</summary>
    public static readonly string[] Columns =
    [
        .. new[] { "planned", "transferred_in", "transferred_out", "disbursed" }.SelectMany(figure =>
            new[] { "q1", "q2", "q3", "q4" }.Select(quarter => $"{figure}_{quarter}")
        ),
        "committed",
    ];
}
