namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>
/// The totals that the ledger's triggers keep beside it, made in bulk: where millions of entries come in at once, adding up each of
/// them would take hours. What has its totals already keeps them.
/// </summary>
internal static class KeptTotalsSql
{
    /// <summary>The tables, in the order in which they are made.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "project_budgets",
        "plan_budgets",
        "project_months",
        "plan_months",
        "open_commitments",
    ];

    private const string Month =
        "date_trunc('month', e.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date AS month";

    private const string Months = "plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source";

    private const string Committed = """
        CASE WHEN e.kind = 'COMMITMENT' THEN e.amount WHEN e.kind = 'COMMITMENT_RELEASED' THEN -e.amount
            WHEN e.commitment_id IS NULL THEN 0 WHEN e.kind = 'DISBURSEMENT' THEN -e.amount WHEN e.kind = 'REVERSAL' THEN e.amount ELSE 0 END
        """;

    private static readonly string Columns = string.Join(", ", LedgerSql.Columns);

    private static readonly string Sums = string.Join(
        ", ",
        LedgerSql.Columns.Select(column => $"coalesce(sum(b.{column}), 0)")
    );

    /// <summary>Rows that are read together lie together: those of a year, and of a plan.</summary>
    public static readonly string Fill = $"""
        INSERT INTO project_budgets (project_id, plan_id, fiscal_year, draft, {Columns})
        SELECT p.id, p.plan_id, p.fiscal_year, p.status IN ('DRAFT', 'SUBMITTED'), {Sums}
        FROM projects p LEFT JOIN activity_budgets b ON b.project_id = p.id
        WHERE NOT EXISTS (SELECT FROM project_budgets t WHERE t.project_id = p.id)
        GROUP BY p.id ORDER BY p.fiscal_year, p.plan_id, p.id;

        INSERT INTO plan_budgets (plan_id, draft, fiscal_year, {Columns})
        SELECT d.id, g.draft, d.fiscal_year, {Sums}
        FROM development_plans d CROSS JOIN (VALUES (false), (true)) AS g (draft)
        LEFT JOIN project_budgets b ON b.plan_id = d.id AND b.draft = g.draft
        WHERE NOT EXISTS (SELECT FROM plan_budgets t WHERE t.plan_id = d.id)
        GROUP BY d.id, g.draft ORDER BY d.fiscal_year, d.id, g.draft;

        INSERT INTO project_months (project_id, {Months}, entries, amount, committed)
        SELECT b.project_id, b.plan_id, b.draft, b.fiscal_year, s.month, s.kind, s.quarter, s.paid_month, s.funding_source,
            s.entries, s.amount, s.committed
        FROM (
            SELECT e.project_id, {Month}, e.kind, e.quarter,
                date_trunc('month', coalesce(e.paid_on, paid.paid_on)::timestamp)::date AS paid_month,
                coalesce(e.funding_source, paid.funding_source) AS funding_source,
                count(*) AS entries, sum(e.amount) AS amount, sum({Committed}) AS committed
            FROM ledger_entries e
            LEFT JOIN ledger_entries paid ON e.kind = 'REVERSAL' AND paid.id = e.reverses_id
            GROUP BY 1, 2, 3, 4, 5, 6
        ) s
        JOIN project_budgets b USING (project_id)
        WHERE NOT EXISTS (SELECT FROM project_months t WHERE t.project_id = b.project_id)
        ORDER BY b.fiscal_year, b.plan_id, b.project_id, s.month;

        INSERT INTO plan_months ({Months}, entries, amount, committed)
        SELECT {Months}, sum(entries), sum(amount), sum(committed) FROM project_months m
        WHERE NOT EXISTS (SELECT FROM plan_months t WHERE t.plan_id = m.plan_id)
        GROUP BY {Months} ORDER BY fiscal_year, plan_id, month;

        INSERT INTO open_commitments (commitment_id, activity_id, project_id, plan_id, draft, fiscal_year, expires_on, remaining)
        SELECT c.id, c.activity_id, b.project_id, b.plan_id, b.draft, b.fiscal_year, c.expires_on, s.remaining
        FROM (
            SELECT e.commitment_id, sum({Committed}) AS remaining
            FROM ledger_entries e WHERE e.commitment_id IS NOT NULL GROUP BY e.commitment_id
        ) s
        JOIN ledger_entries c ON c.id = s.commitment_id
        JOIN project_budgets b ON b.project_id = c.project_id
        WHERE s.remaining > 0 AND NOT EXISTS (SELECT FROM open_commitments t WHERE t.commitment_id = c.id)
        """;
}
