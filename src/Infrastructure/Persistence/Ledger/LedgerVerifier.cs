using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Ledger;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>
/// Compares the ledger with itself by SQL of its own, which shares nothing with what writes it. Every comparison is a query
/// that gives a name and whether it holds.
/// </summary>
internal sealed class LedgerVerifier(PlanDatabase database) : ILedgerVerifier
{
    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];

    /// <summary>The columns of a balance, and what an entry adds to each.</summary>
    private static readonly (string Column, string Added)[] Figures =
    [
        .. ByQuarter("planned", "CASE kind WHEN 'PLANNED' THEN amount ELSE 0 END"),
        .. ByQuarter("transferred_in", "CASE kind WHEN 'TRANSFER_IN' THEN amount ELSE 0 END"),
        .. ByQuarter("transferred_out", "CASE kind WHEN 'TRANSFER_OUT' THEN amount ELSE 0 END"),
        .. ByQuarter("disbursed", "CASE kind WHEN 'DISBURSEMENT' THEN amount WHEN 'REVERSAL' THEN -amount ELSE 0 END"),
        (
            "committed",
            "CASE WHEN kind = 'COMMITMENT' THEN amount WHEN kind = 'COMMITMENT_RELEASED' THEN -amount "
                + "WHEN commitment_id IS NULL THEN 0 WHEN kind = 'DISBURSEMENT' THEN -amount ELSE amount END"
        ),
    ];

    /// <summary>Every commitment with what it has left, from the entries alone.</summary>
    public const string Commitments = """
        SELECT e.id, e.activity_id, e.project_id, e.amount, e.expires_on, used.remaining, used.released
        FROM ledger_entries e
        JOIN (
            SELECT commitment_id, sum(CASE WHEN kind IN ('COMMITMENT', 'REVERSAL') THEN amount ELSE -amount END) AS remaining,
                bool_or(kind = 'COMMITMENT_RELEASED') AS released
            FROM ledger_entries WHERE commitment_id IS NOT NULL GROUP BY commitment_id
        ) used ON used.commitment_id = e.id
        WHERE e.kind = 'COMMITMENT'
        """;

    private static readonly string Available =
        string.Join(
            " + ",
            Quarters.Select(q => $"planned_{q} + transferred_in_{q} - transferred_out_{q} - disbursed_{q}")
        ) + " - committed";

    private static readonly (string Name, string Sql)[] Checks =
    [
        (
            "budgets equal the sum of their entries",
            $"""
            SELECT b.activity_id::text AS name,
                ({List("b.{0}")}) = ({List("coalesce(s.{0}, 0)")}) AND b.entries = coalesce(s.entries, 0)
                    AND b.moved = coalesce(s.moved, false) AND b.last_entry_at IS NOT DISTINCT FROM s.last_entry_at AS holds
            FROM activity_budgets b
            LEFT JOIN (
                SELECT activity_id, count(*) AS entries, bool_or(kind <> 'PLANNED') AS moved, max(recorded_at) AS last_entry_at,
                    {string.Join(", ", Figures.Select(figure => $"sum({figure.Added}) AS {figure.Column}"))}
                FROM ledger_entries GROUP BY activity_id
            ) s USING (activity_id)
            """
        ),
        (
            "totals of projects equal the sum of their budgets",
            $"""
            SELECT coalesce(t.project_id, s.project_id)::text AS name,
                (t.plan_id, t.fiscal_year, {List("t.{0}")})
                    = (coalesce(s.plan_id, t.plan_id), coalesce(s.fiscal_year, t.fiscal_year), {List(
                "coalesce(s.{0}, 0)"
            )})
                    AND (t.planned_total, t.transferred_in_total, t.transferred_out_total, t.disbursed_total)
                        = ({OverQuarters("planned")}, {OverQuarters("transferred_in")}, {OverQuarters(
                "transferred_out"
            )}, {OverQuarters("disbursed")}) AS holds
            FROM project_budgets t
            FULL JOIN (
                SELECT project_id, plan_id, fiscal_year, {List("sum({0}) AS {0}")}
                FROM activity_budgets GROUP BY project_id, plan_id, fiscal_year
            ) s USING (project_id)
            """
        ),
        (
            "entries follow each other without a gap and lead to the balances that they tell",
            $"""
            SELECT id::text AS name,
                sequence = row_number() OVER following AND recorded_at >= coalesce(lag(recorded_at) OVER following, recorded_at)
                    AND recorded_at <= now() + interval '5 minutes'
                    AND ({List("{0}")}) = ({string.Join(
                ", ",
                Figures.Select(figure => $"sum({figure.Added}) OVER following")
            )}) AS holds
            FROM ledger_entries WINDOW following AS (PARTITION BY activity_id ORDER BY sequence)
            """
        ),
        (
            "no entry left anything below zero",
            $"SELECT id::text AS name, least({List("{0}")}) >= 0 AND {Available} >= 0 AS holds FROM ledger_entries"
        ),
        (
            "both ends of every transfer agree",
            """
            SELECT coalesce(o.id, i.id)::text AS name,
                (o.activity_id, o.counterpart_id, o.fiscal_year, o.amount, o.quarter, o.approved, o.recorded_at)
                    = (i.counterpart_id, i.activity_id, i.fiscal_year, i.amount, i.quarter, i.approved, i.recorded_at)
                    AND o.approved = (o.project_id <> i.project_id) AS holds
            FROM (SELECT * FROM ledger_entries WHERE kind = 'TRANSFER_OUT') o
            FULL JOIN (SELECT * FROM ledger_entries WHERE kind = 'TRANSFER_IN') i ON i.transfer_id = o.id
            """
        ),
        (
            "commitments are drawn on within their amount, and released once and whole",
            $"""
            SELECT c.id::text AS name,
                c.remaining BETWEEN 0 AND c.amount AND (NOT c.released OR c.remaining = 0)
                    AND (SELECT count(*) FROM ledger_entries r WHERE r.commitment_id = c.id AND r.kind = 'COMMITMENT_RELEASED') <= 1
                    AND NOT EXISTS (
                        SELECT FROM ledger_entries d
                        WHERE d.commitment_id = c.id AND (d.activity_id <> c.activity_id OR d.kind = 'DISBURSEMENT'
                            AND c.expires_on < (d.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date))
                    AS holds
            FROM ({Commitments}) c
            """
        ),
        (
            "what is committed is what commitments have left",
            $"""
            SELECT b.activity_id::text AS name, b.committed = coalesce(c.remaining, 0) AS holds
            FROM activity_budgets b
            LEFT JOIN (SELECT activity_id, sum(remaining) AS remaining FROM ({Commitments}) c GROUP BY activity_id) c USING (activity_id)
            """
        ),
        (
            "payments are reversed once and whole",
            """
            SELECT r.reverses_id::text AS name,
                count(*) = 1 AND bool_and((d.kind, d.activity_id, d.amount, d.quarter)
                    = ('DISBURSEMENT', r.activity_id, r.amount, r.quarter)) AS holds
            FROM ledger_entries r LEFT JOIN ledger_entries d ON d.id = r.reverses_id
            WHERE r.kind = 'REVERSAL' GROUP BY r.reverses_id
            """
        ),
        (
            "payments lie in the quarter and the fiscal year that they count in, and not in the future",
            """
            SELECT e.id::text AS name,
                e.paid_on >= make_date(b.fiscal_year - 544, 10, 1) AND e.paid_on < make_date(b.fiscal_year - 543, 10, 1)
                    AND e.paid_on <= (e.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date
                    AND e.quarter = 'Q' || (extract(month FROM e.paid_on)::int + 2) / 3 % 4 + 1 AS holds
            FROM ledger_entries e JOIN activity_budgets b USING (activity_id) WHERE e.kind = 'DISBURSEMENT'
            """
        ),
        (
            "projects that have paid are in progress or over",
            """
            SELECT p.id::text AS name, p.status IN ('IN_PROGRESS', 'COMPLETED', 'CANCELLED') AS holds
            FROM projects p
            WHERE EXISTS (SELECT FROM ledger_entries e WHERE e.project_id = p.id AND e.kind = 'DISBURSEMENT')
            """
        ),
        (
            "what idempotency keys remember is in the ledger",
            """
            SELECT k.key AS name, made.id IS NULL OR EXISTS (SELECT FROM ledger_entries e WHERE e.id = made.id::uuid) AS holds
            FROM idempotency_keys k LEFT JOIN LATERAL jsonb_array_elements_text(k.outcome -> 'Ids') made(id) ON true
            WHERE k.operation IN ('RecordDisbursement', 'RecordDisbursements', 'ReverseDisbursement', 'CommitBudget',
                'ReleaseCommitment', 'TransferBudget')
            """
        ),
        (
            "past moments are told as a replay of the entries tells them",
            // Each activity at one of twenty-one moments, so that all of them are asked for once.
            $"""
            WITH moments AS MATERIALIZED (
                SELECT part::int AS part, moment
                FROM (SELECT percentile_disc(ARRAY(SELECT generate_series(0, 20) / 20.0::float8)) WITHIN GROUP (ORDER BY recorded_at)
                    AS moments FROM ledger_entries) m, unnest(m.moments) WITH ORDINALITY AS u(moment, part)),
            asked AS MATERIALIZED (
                SELECT b.activity_id, m.moment
                FROM activity_budgets b JOIN moments m ON m.part = 1 + (hashtext(b.activity_id::text) & 1048575) % 21),
            replayed AS MATERIALIZED (
                SELECT a.activity_id, {string.Join(
                ", ",
                Figures.Select(figure => $"sum({figure.Added}) AS {figure.Column}")
            )}
                FROM asked a JOIN ledger_entries e ON e.activity_id = a.activity_id AND e.recorded_at <= a.moment
                GROUP BY a.activity_id)
            SELECT a.activity_id || ' at ' || a.moment AS name,
                ({List("t.{0}")}) = ({List("coalesce(r.{0}, 0)")}) AS holds
            FROM asked a
            CROSS JOIN LATERAL (SELECT * FROM budgets_as_of(a.moment) b WHERE b.activity_id = a.activity_id) t
            LEFT JOIN replayed r ON r.activity_id = a.activity_id
            """
        ),
    ];

    public Task<IReadOnlyList<ConsistencyCheck>> VerifyAsync(CancellationToken cancellationToken) =>
        Comparisons.RunAsync(database, Checks.Concat(KeptTotalChecks.All), cancellationToken);

    private static IEnumerable<(string Column, string Added)> ByQuarter(string figure, string added) =>
        Quarters.Select(q => ($"{figure}_{q}", $"CASE quarter WHEN '{q.ToUpperInvariant()}' THEN {added} ELSE 0 END"));

    /// <summary>What the budgets of a project have in all quarters.</summary>
    private static string OverQuarters(string figure) =>
        string.Join(" + ", Quarters.Select(quarter => $"coalesce(s.{figure}_{quarter}, 0)"));

    /// <summary>A list of the balance's columns, each in a pattern.</summary>
    private static string List(string pattern) =>
        string.Join(", ", Figures.Select(figure => string.Format(null, pattern, figure.Column)));
}
