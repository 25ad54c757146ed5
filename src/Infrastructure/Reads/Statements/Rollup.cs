using System.Collections.Frozen;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// Monthly totals that are read instead of the rows that they sum, so that counts over the whole country read far fewer
/// rows. Totals only have the columns by which they are kept; other members throw <see cref="NotInRollupException"/>.
/// </summary>
/// <param name="From">The FROM item, with the columns entries, amount, draft and plan_id.</param>
/// <param name="Columns">The members by which totals are kept, with their SQL; {0} is the alias of the total.</param>
/// <param name="Months">The dates and timestamps of which only the month is known, with the SQL of the month's first
/// day.</param>
/// <param name="IsNet">Whether rows are subtracted again, so that a group can end up without rows.</param>
/// <param name="Plan">The SQL of the id of the project's plan, if that is kept but the project is not; {0} is the alias
/// of the total.</param>
/// <param name="IsPast">Whether the totals are those of a past moment.</param>
internal sealed record Rollup(
    string From,
    FrozenDictionary<string, string> Columns,
    FrozenDictionary<string, string> Months,
    bool IsNet = false,
    string? Plan = null,
    bool IsPast = false
)
{
    /// <summary>The only member whose sum is kept.</summary>
    public const string Summed = nameof(LedgerEntry.Amount);

    private static readonly (string Member, string Sql) Project = (nameof(LedgerEntry.ProjectId), "{0}.project_id");
    private static readonly (string Member, string Sql) Year = (nameof(LedgerEntry.FiscalYear), "{0}.fiscal_year");
    private static readonly (string Member, string Sql) Quarter = (nameof(LedgerEntry.Quarter), "{0}.quarter");
    private static readonly (string Member, string Sql) Source = (
        nameof(Disbursement.FundingSource),
        "{0}.funding_source"
    );
    private static readonly (string Member, string Sql) PaidOn = (nameof(Disbursement.PaidOn), "{0}.paid_month");
    private static readonly (string Member, string Sql) RecordedAt = (nameof(LedgerEntry.RecordedAt), "{0}.month");

    private const string OfPlans = "plan_months";
    private const string OfProjects = "project_months";

    /// <summary>
    /// The budgets (b) and monthly totals (m) of projects that a later import omitted, as a FROM item. The lateral subquery
    /// keeps PostgreSQL from joining the months of all projects before it finds that hardly any was omitted.
    /// </summary>
    public const string OmittedMonths = """
        project_budgets b LEFT JOIN projects p ON p.id = b.project_id AND p.fiscal_year = b.fiscal_year
            CROSS JOIN LATERAL (SELECT * FROM project_months o WHERE p.id IS NULL AND o.project_id = b.project_id OFFSET 0) m
        """;

    /// <summary>
    /// The totals of plans, with the plan that an entry leads to. An entry leads over its project, so those of projects
    /// that a later import omitted are moved to no plan.
    /// </summary>
    private const string OfPlansFound = $"""
        (SELECT plan_id, plan_id AS found_plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount
            FROM plan_months
        UNION ALL SELECT m.plan_id, CASE WHEN s.sign < 0 THEN m.plan_id END, m.draft, b.fiscal_year, m.month, m.kind, m.quarter,
            m.paid_month, m.funding_source, s.sign * m.entries, s.sign * m.amount
            FROM {OmittedMonths}
            CROSS JOIN (VALUES (-1), (1)) AS s (sign))
        """;

    private static readonly FrozenDictionary<Type, Rollup[]> All = new Dictionary<Type, Rollup[]>
    {
        [typeof(LedgerEntry)] =
        [
            Entries(OfPlans),
            Found(Entries(OfPlansFound)),
            OfYears(""),
            Entries(OfProjects, Project),
        ],
        [typeof(Disbursement)] =
        [
            Payments(OfPlans),
            Found(Payments(OfPlansFound)),
            OfYears(" WHERE kind = 'DISBURSEMENT'"),
            Payments(OfProjects, Project),
            NetPayments(OfPlans, ""),
            Found(NetPayments(OfPlansFound, "found_plan_id, ")),
            NetPayments(OfProjects, "project_id, ", Project),
        ],
    }.ToFrozenDictionary();

    /// <summary>The totals for rows of a type, the cheapest first; empty if there are none.</summary>
    public static IReadOnlyList<Rollup> Of(Type type) => All.GetValueOrDefault(type) ?? [];

    /// <summary>Totals with the plan that an entry leads to.</summary>
    private static Rollup Found(Rollup totals) => totals with { IsNet = true, Plan = "{0}.found_plan_id" };

    private static Rollup Entries(string table, params (string, string)[] more) =>
        new(
            table,
            Named([
                Year,
                (nameof(LedgerEntry.Kind), "{0}.kind"),
                Quarter,
                (Source.Member, OfPayment(Source.Sql)),
                .. more,
            ]),
            Named([RecordedAt, (PaidOn.Member, OfPayment(PaidOn.Sql))])
        );

    /// <summary>What a project has in all months together.</summary>
    /// <param name="where">Which of its totals are meant.</param>
    private static Rollup OfYears(string where) =>
        new(
            "(SELECT project_id, plan_id, draft, fiscal_year, sum(entries) AS entries, sum(amount) AS amount "
                + $"FROM project_months{where} GROUP BY fiscal_year, project_id, plan_id, draft)",
            Named([Year, Project]),
            Named([])
        );

    private static Rollup Payments(string table, params (string, string)[] more) =>
        new(
            $"(SELECT * FROM {table} t WHERE kind = 'DISBURSEMENT')",
            Named([Year, Quarter, Source, .. more]),
            Named([PaidOn, RecordedAt])
        );

    /// <summary>
    /// Payments by whether they were reversed. For a reversed payment, the month of the payment is kept, but not the
    /// month in which it was recorded.
    /// </summary>
    /// <param name="columns">Columns that only this table has, with a comma.</param>
    private static Rollup NetPayments(string table, string columns, params (string, string)[] more) =>
        new(
            $"""
            (SELECT {columns}plan_id, draft, fiscal_year, quarter, paid_month, funding_source, false AS reversed,
                CASE kind WHEN 'REVERSAL' THEN -entries ELSE entries END AS entries, CASE kind WHEN 'REVERSAL' THEN -amount ELSE amount END AS amount
                FROM {table} t WHERE kind IN ('DISBURSEMENT', 'REVERSAL')
            UNION ALL SELECT {columns}plan_id, draft, fiscal_year, quarter, paid_month, funding_source, true, entries, amount
                FROM {table} t WHERE kind = 'REVERSAL')
            """,
            Named([Year, Quarter, Source, (nameof(Disbursement.Reversed), "{0}.reversed"), .. more]),
            Named([PaidOn]),
            IsNet: true
        );

    /// <summary>
    /// Reversals are kept under the source and month of their payment. An entry for a reversal has neither, so they are
    /// null.
    /// </summary>
    private static string OfPayment(string column) => $"CASE {{0}}.kind WHEN 'DISBURSEMENT' THEN {column} END";

    private static FrozenDictionary<string, string> Named((string Member, string Sql)[] columns) =>
        columns.ToFrozenDictionary(column => column.Member, column => column.Sql);
}

/// <summary>Kept totals do not have a requested value; it must be read from the rows.</summary>
internal sealed class NotInRollupException : Exception;
