namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>Names of the ledger's tables that the code uses; the rules of the database are in the migrations.</summary>
internal static class LedgerSql
{
    /// <summary>Violated if the project was closed after the entry was decided.</summary>
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
