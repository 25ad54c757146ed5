namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>
/// Compares all that is kept beside the ledger with the ledger's own entries, by SQL that shares nothing with the triggers that keep
/// it: drafts are told by the projects' status, and nothing that is kept is compared with something else that is kept.
/// </summary>
internal static class KeptTotalChecks
{
    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];

    private static readonly string[] Columns =
    [
        .. new[] { "planned", "transferred_in", "transferred_out", "disbursed" }.SelectMany(figure =>
            Quarters.Select(quarter => $"{figure}_{quarter}")
        ),
        "committed",
    ];

    /// <summary>Of every project that there is or was: its plan, and whether it is a draft or was removed as one.</summary>
    private const string Projects = """
        SELECT k.project_id, k.plan_id, k.fiscal_year,
            CASE WHEN p.id IS NULL THEN r.project_id IS NOT NULL ELSE p.status IN ('DRAFT', 'SUBMITTED') END AS draft
        FROM (SELECT id AS project_id, plan_id, fiscal_year FROM projects
            UNION SELECT project_id, plan_id, fiscal_year FROM activity_budgets) k
        LEFT JOIN projects p ON p.id = k.project_id LEFT JOIN removed_drafts r ON r.project_id = k.project_id
        """;

    /// <summary>The entries of months, of projects.</summary>
    private const string Months = """
        SELECT e.project_id, (to_char(e.recorded_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM') || '-01')::date AS month, e.kind, e.quarter,
            (to_char(CASE e.kind WHEN 'REVERSAL' THEN paid.paid_on ELSE e.paid_on END, 'YYYY-MM') || '-01')::date AS paid_month,
            CASE e.kind WHEN 'REVERSAL' THEN paid.funding_source ELSE e.funding_source END AS funding_source,
            count(*) AS entries, sum(e.amount) AS amount,
            sum(CASE WHEN e.commitment_id IS NULL THEN 0 WHEN e.kind IN ('COMMITMENT', 'REVERSAL') THEN e.amount ELSE -e.amount END)
                AS committed
        FROM ledger_entries e LEFT JOIN ledger_entries paid ON paid.id = e.reverses_id
        GROUP BY 1, 2, 3, 4, 5, 6
        """;

    public static readonly IReadOnlyList<(string Name, string Sql)> All =
    [
        (
            "every project has a total, which is of a draft where the project is one",
            $"""
            SELECT coalesce(p.project_id, t.project_id)::text AS name,
                (p.plan_id, p.fiscal_year, p.draft) = (t.plan_id, t.fiscal_year, t.draft) AND {Figures("t")} AS holds
            FROM ({Projects}) p FULL JOIN project_budgets t USING (project_id)
            """
        ),
        (
            "totals of plans equal the sums of their projects' budgets, apart for drafts",
            $"""
            SELECT coalesce(d.id, t.plan_id) || CASE WHEN coalesce(d.draft, t.draft) THEN ' drafts' ELSE '' END AS name,
                d.fiscal_year = t.fiscal_year AND ({List("t.{0}")}) = ({List("coalesce(s.{0}, 0)")}) AND {Figures(
                "t"
            )} AS holds
            FROM (SELECT id, fiscal_year, draft FROM development_plans, (VALUES (false), (true)) AS g (draft)) d
            FULL JOIN plan_budgets t ON t.plan_id = d.id AND t.draft = d.draft
            LEFT JOIN (
                SELECT p.plan_id, p.draft, {List("sum(b.{0}) AS {0}")}
                FROM activity_budgets b JOIN ({Projects}) p USING (project_id) GROUP BY p.plan_id, p.draft
            ) s ON s.plan_id = d.id AND s.draft = d.draft
            """
        ),
        (
            "months of projects equal the sums of their entries",
            $"""
            SELECT coalesce(s.project_id, m.project_id) || ' ' || coalesce(s.month, m.month) AS name,
                (p.plan_id, p.draft, p.fiscal_year, s.entries, s.amount, s.committed)
                    = (m.plan_id, m.draft, m.fiscal_year, m.entries, m.amount, m.committed) AS holds
            FROM ({Months}) s
            FULL JOIN project_months m ON {SameMonth("project_id")}
            LEFT JOIN ({Projects}) p ON p.project_id = s.project_id
            """
        ),
        (
            "months of plans equal the sums of their entries, apart for drafts",
            $"""
            SELECT coalesce(s.plan_id, m.plan_id) || ' ' || coalesce(s.month, m.month) AS name,
                (s.fiscal_year, s.entries, s.amount, s.committed) = (m.fiscal_year, m.entries, m.amount, m.committed) AS holds
            FROM (
                SELECT p.plan_id, p.draft, p.fiscal_year, e.month, e.kind, e.quarter, e.paid_month, e.funding_source, sum(e.entries) AS entries,
                    sum(e.amount) AS amount, sum(e.committed) AS committed
                FROM ({Months}) e JOIN ({Projects}) p USING (project_id) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            ) s
            FULL JOIN plan_months m ON {SameMonth("plan_id")} AND s.draft = m.draft
            """
        ),
        (
            "open commitments are those with something left",
            $"""
            SELECT coalesce(c.id, o.commitment_id)::text AS name,
                CASE WHEN c.remaining > 0
                    THEN (c.activity_id, p.project_id, p.plan_id, p.draft, p.fiscal_year, c.remaining)
                            = (o.activity_id, o.project_id, o.plan_id, o.draft, o.fiscal_year, o.remaining)
                        AND c.expires_on IS NOT DISTINCT FROM o.expires_on
                    ELSE c.id IS NOT NULL AND o.commitment_id IS NULL END AS holds
            FROM ({LedgerVerifier.Commitments}) c
            FULL JOIN open_commitments o ON o.commitment_id = c.id
            LEFT JOIN ({Projects}) p ON p.project_id = c.project_id
            """
        ),
    ];

    /// <summary>Whether what is generated of a row's balance is what it should be; a rate is the nearest hundredth.</summary>
    private static string Figures(string row)
    {
        var disbursed = OverQuarters("disbursed");
        var revised =
            $"({OverQuarters("planned")} + {OverQuarters("transferred_in")} - ({OverQuarters("transferred_out")}))";
        return $"({row}.disbursed_total, {row}.revised_total, {row}.available_total) = ({disbursed}, {revised}, {revised} - ({disbursed}) - {row}.committed) "
            + $"AND CASE WHEN {revised} = 0 THEN {row}.disbursement_rate IS NULL "
            + $"ELSE abs({row}.disbursement_rate * {revised} - 100 * ({disbursed})) <= 0.005 * {revised} END";

        string OverQuarters(string figure) =>
            string.Join(" + ", Quarters.Select(quarter => $"{row}.{figure}_{quarter}"));
    }

    private static string SameMonth(string owner) =>
        $"(s.{owner}, s.month, s.kind) = (m.{owner}, m.month, m.kind) AND coalesce(s.quarter, '') = coalesce(m.quarter, '') "
        + "AND coalesce(s.paid_month, '-infinity') = coalesce(m.paid_month, '-infinity') "
        + "AND coalesce(s.funding_source, '') = coalesce(m.funding_source, '')";

    private static string List(string pattern) =>
        string.Join(", ", Columns.Select(column => string.Format(null, pattern, column)));
}
