using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>Subqueries that sum the balances of activities.</summary>
internal static class BudgetSums
{
    public static string Sums(string row) =>
        string.Join(", ", LedgerSql.Columns.Select(column => $"sum({row}.{column}) AS {column}"));

    /// <param name="activities">Rows with an activity_id.</param>
    /// <param name="which">A condition on these rows, which have the alias "a".</param>
    public static string SumAt(string activities, string which, string moment) =>
        $"SELECT {Sums("e")} FROM {activities} a CROSS JOIN LATERAL (SELECT * FROM ledger_entries l "
        + $"WHERE l.activity_id = a.activity_id AND l.recorded_at <= {moment} "
        + $"ORDER BY l.recorded_at DESC, l.sequence DESC LIMIT 1) e WHERE {which}";

    /// <summary>
    /// The ids of an activity and of everything below it, including activities that a later import omitted.
    /// </summary>
    public static string Below(SqlRow row, string column) =>
        $"WITH RECURSIVE below AS (SELECT {row.Id} AS {column} UNION ALL SELECT c.activity_id FROM activity_budgets c "
        + $"JOIN below ON c.parent_id = below.{column} WHERE c.project_id = {row.Column("ProjectId")}) SELECT {column} FROM below";

    /// <summary>
    /// Checks that a requested moment is not in the future. One minute is tolerated for clocks that differ.
    /// </summary>
    public static DateTimeOffset Moment(object? value, ReadRequest request) =>
        value is DateTimeOffset moment && moment <= request.Now.AddMinutes(1)
            ? moment.ToUniversalTime()
            : throw new QueryRefusedException(
                "INVALID_MOMENT",
                "asOf",
                $"must not be in the future; the time is {request.Now:yyyy-MM-ddTHH:mm:ssZ}."
            );
}
