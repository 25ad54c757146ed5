using System.Collections.Frozen;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The budgets of projects at a past moment, from the totals of the months before and the entries of the month itself.
/// So the sums of a year, or of all years, read no other entries.
/// </summary>
internal static class PastTotals
{
    /// <summary>Stands for the placeholder of the moment in <see cref="Rollup.From"/>.</summary>
    public const string Moment = "{moment}";

    private const string LocalMonth = $"date_trunc('month', {Moment} AT TIME ZONE 'UTC' + interval '7 hours')";
    private const string Month = $"{LocalMonth}::date";
    private const string Start = $"(({LocalMonth} - interval '7 hours') AT TIME ZONE 'UTC')";

    /// <summary>
    /// A row counts one project, or has an amount of one kind. Totals of plans include projects that a later import
    /// omitted, which are subtracted. (The OFFSET 0 of the entries keeps PostgreSQL from looking for those of each project.)
    /// </summary>
    private const string Parts = $"""
        SELECT b.plan_id, b.draft, b.fiscal_year, 1 AS entries, NULL::text COLLATE "C" AS kind, NULL::text COLLATE "C" AS quarter,
            0.00 AS amount, 0.00 AS committed
            FROM projects p JOIN project_budgets b ON b.project_id = p.id AND b.fiscal_year = p.fiscal_year
        UNION ALL SELECT m.plan_id, m.draft, m.fiscal_year, 0, m.kind, m.quarter, m.amount, m.committed
            FROM plan_months m WHERE m.month < {Month}
        UNION ALL SELECT b.plan_id, b.draft, b.fiscal_year, 0, m.kind, m.quarter, -m.amount, -m.committed
            FROM {Rollup.OmittedMonths}
            WHERE m.month < {Month}
        UNION ALL SELECT b.plan_id, b.draft, b.fiscal_year, 0, e.kind, e.quarter, e.amount, e.amount * CASE
            WHEN e.kind = 'COMMITMENT' THEN 1 WHEN e.kind = 'COMMITMENT_RELEASED' THEN -1 WHEN e.commitment_id IS NULL THEN 0
            WHEN e.kind = 'DISBURSEMENT' THEN -1 WHEN e.kind = 'REVERSAL' THEN 1 ELSE 0 END
            FROM (SELECT * FROM ledger_entries l WHERE l.recorded_at >= {Start} AND l.recorded_at <= {Moment} OFFSET 0) e
            JOIN projects p ON p.id = e.project_id
            JOIN project_budgets b ON b.project_id = p.id AND b.fiscal_year = p.fiscal_year
        """;

    private static readonly Rollup Projects = new(
        $"(SELECT plan_id, draft, fiscal_year, entries, {string.Join(", ", LedgerSql.Columns.Select(Column))} FROM ({Parts}) m)",
        new Dictionary<string, string>
        {
            [nameof(Project.FiscalYear)] = "{0}.fiscal_year",
            [nameof(Project.PlanId)] = "{0}.plan_id",
        }.ToFrozenDictionary(),
        FrozenDictionary<string, string>.Empty,
        IsNet: true,
        Plan: "{0}.plan_id",
        IsPast: true
    );

    /// <summary>The totals for rows of a type; empty if there are none.</summary>
    public static IReadOnlyList<Rollup> Of(Type type) => type == typeof(Project) ? [Projects] : [];

    /// <summary>A column of a balance: "planned_q1", "committed".</summary>
    private static string Column(string column)
    {
        if (column == "committed")
            return column;
        var (kind, quarter) = (column[..^3], column[^2..].ToUpperInvariant());
        var amount = kind switch
        {
            "planned" => When("PLANNED", "amount"),
            "transferred_in" => When("TRANSFER_IN", "amount"),
            "transferred_out" => When("TRANSFER_OUT", "amount"),
            _ => $"{When("DISBURSEMENT", "amount")} {When("REVERSAL", "-amount")}",
        };
        return $"CASE {amount} ELSE 0.00 END AS {column}";

        string When(string of, string then) => $"WHEN kind = '{of}' AND quarter = '{quarter}' THEN {then}";
    }
}
