using System.Collections.Frozen;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// Monthly totals that are kept beside the ledger, read in place of the rows that they sum: a count over the country's entries costs what
/// there are totals. A row of totals has the columns of those rows that it is kept by, and no others.
/// </summary>
/// <param name="Source">What stands in FROM: it has the columns entries, amount, draft and plan_id.</param>
/// <param name="Columns">Members of the rows that all rows of a total have in common; {0} is the total's name.</param>
/// <param name="Months">Days and moments of which the month is known, with the expression of its first day.</param>
/// <param name="IsNet">Whether what was taken back is subtracted, so that groups may be left with nothing.</param>
internal sealed record Rollup(
    string Source,
    FrozenDictionary<string, string> Columns,
    FrozenDictionary<string, string> Months,
    bool IsNet = false
)
{
    /// <summary>The member whose sum is kept.</summary>
    public const string Summed = nameof(LedgerEntry.Amount);

    private const string Held = """
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
                Held.Replace("project_id, ", "", StringComparison.Ordinal)
                    .Replace("project_months", "plan_months", StringComparison.Ordinal),
                "Reversed"
            ),
            Payments(Held, "Reversed", "ProjectId"),
        ],
    }.ToFrozenDictionary();

    /// <summary>The totals of rows of a type, the cheapest first; none where none are kept.</summary>
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
            // What is taken back is known by the month of its payment, not by that in which the payment was recorded.
            more.Contains("Reversed")
                ? Named([("PaidOn", "{0}.paid_month")])
                : Named([("PaidOn", "{0}.paid_month"), ("RecordedAt", "{0}.month")]),
            IsNet: more.Contains("Reversed")
        );

    /// <summary>What takes a payment back is kept under the payment's source and month, which it has none of itself.</summary>
    private static string OfPayment(string column) => $"CASE {{0}}.kind WHEN 'DISBURSEMENT' THEN {{0}}.{column} END";

    private static FrozenDictionary<string, string> Named(
        (string Member, string Sql)[] columns,
        params string[] more
    ) =>
        columns
            .Concat(more.Select(member => (member, member == "ProjectId" ? "{0}.project_id" : "{0}.reversed")))
            .ToFrozenDictionary(column => column.Item1, column => column.Item2);
}

/// <summary>Something was asked of totals that only the rows themselves tell.</summary>
internal sealed class NotInRollupException : Exception;
