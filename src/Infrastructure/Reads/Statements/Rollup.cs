using System.Collections.Frozen;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// Monthly totals that are read instead of the rows that they sum, so that counts over the whole country read far fewer
/// rows. Totals only have the columns by which they are kept; other members throw <see cref="NotInRollupException"/>.
/// </summary>
/// <param name="Source">The FROM item, with the columns entries, amount, draft and plan_id.</param>
/// <param name="Columns">The members by which totals are kept, with their SQL; {0} is the alias of the total.</param>
/// <param name="Months">The dates and timestamps of which only the month is known, with the SQL of the month's first
/// day.</param>
/// <param name="IsNet">Whether reversed payments are subtracted, so that a group can end up without rows.</param>
internal sealed record Rollup(
    string Source,
    FrozenDictionary<string, string> Columns,
    FrozenDictionary<string, string> Months,
    bool IsNet = false
)
{
    /// <summary>The only member whose sum is kept.</summary>
    public const string Summed = nameof(LedgerEntry.Amount);

    private const string NetPayments = """
        (SELECT project_id, plan_id, draft, fiscal_year, quarter, paid_month, funding_source, false AS reversed,
            CASE kind WHEN 'REVERSAL' THEN -entries ELSE entries END AS entries, CASE kind WHEN 'REVERSAL' THEN -amount ELSE amount END AS amount
            FROM project_months WHERE kind IN ('DISBURSEMENT', 'REVERSAL')
        UNION ALL SELECT project_id, plan_id, draft, fiscal_year, quarter, paid_month, funding_source, true, entries, amount
            FROM project_months WHERE kind = 'REVERSAL')
        """;

    private static readonly FrozenDictionary<Type, Rollup[]> All = new Dictionary<Type, Rollup[]>
    {
        [typeof(LedgerEntry)] = [Entries("plan_months"), Entries("project_months", "ProjectId")],
        [typeof(Disbursement)] =
        [
            Payments("(SELECT * FROM plan_months WHERE kind = 'DISBURSEMENT')"),
            Payments("(SELECT * FROM project_months WHERE kind = 'DISBURSEMENT')", "ProjectId"),
            Payments(
                NetPayments
                    .Replace("project_id, ", "", StringComparison.Ordinal)
                    .Replace("project_months", "plan_months", StringComparison.Ordinal),
                "Reversed"
            ),
            Payments(NetPayments, "Reversed", "ProjectId"),
        ],
    }.ToFrozenDictionary();

    /// <summary>The totals for rows of a type, the cheapest first; empty if there are none.</summary>
    public static IReadOnlyList<Rollup> Of(Type type) => All.GetValueOrDefault(type) ?? [];

    private static Rollup Entries(string table, params string[] more) =>
        new(
            table,
            Named(
                [
                    ("FiscalYear", "{0}.fiscal_year"),
                    ("Kind", "{0}.kind"),
                    ("Quarter", "{0}.quarter"),
                    ("FundingSource", OfPayment("funding_source")),
                ],
                more
            ),
            Named([("RecordedAt", "{0}.month"), ("PaidOn", OfPayment("paid_month"))])
        );

    private static Rollup Payments(string source, params string[] more) =>
        new(
            source,
            Named(
                [
                    ("FiscalYear", "{0}.fiscal_year"),
                    ("Quarter", "{0}.quarter"),
                    ("FundingSource", "{0}.funding_source"),
                ],
                more
            ),
            // For a reversed payment, the month of the payment is kept, but not the month in which it was recorded.
            more.Contains("Reversed")
                ? Named([("PaidOn", "{0}.paid_month")])
                : Named([("PaidOn", "{0}.paid_month"), ("RecordedAt", "{0}.month")]),
            IsNet: more.Contains("Reversed")
        );

    /// <summary>
    /// Reversals are kept under the source and month of their payment. An entry for a reversal has neither, so they are
    /// null.
    /// </summary>
    private static string OfPayment(string column) => $"CASE {{0}}.kind WHEN 'DISBURSEMENT' THEN {{0}}.{column} END";

    private static FrozenDictionary<string, string> Named(
        (string Member, string Sql)[] columns,
        params string[] more
    ) =>
        columns
            .Concat(more.Select(member => (member, member == "ProjectId" ? "{0}.project_id" : "{0}.reversed")))
            .ToFrozenDictionary(column => column.Item1, column => column.Item2);
}

/// <summary>Kept totals do not have a requested value; it must be read from the rows.</summary>
internal sealed class NotInRollupException : Exception;
