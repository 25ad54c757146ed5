using NpgsqlTypes;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The SQL of budget positions. Balances are updated when entries are recorded, so reads do not sum entries. Expired
/// commitments are released only by a later write, so their remainders are subtracted here. At a past moment, the
/// balance of an activity is the one after its last entry until then.
/// </summary>
/// <param name="name">The row with the amounts.</param>
/// <param name="hasTotals">Whether the row has the totals of the year as well.</param>
/// <param name="mayBeMissing">Whether a row without amounts has none of them; then they are 0.</param>
/// <param name="expired">The amount that expired commitments of the row hold; null if it is not part of it.</param>
/// <param name="late">Whether the row has expired commitments; null if no index has its totals.</param>
internal sealed class BudgetSql(
    string name,
    bool hasTotals = false,
    bool mayBeMissing = false,
    Func<string>? expired = null,
    Func<string>? late = null
)
{
    public const string Rate = "disbursementRate";

    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];

    /// <summary>The budget at a moment; the current one if the moment is null.</summary>
    public static BudgetSql Of(BudgetField field, SqlRow row, Input? moment) =>
        moment is ScalarInput at ? At(field, row, at) : Of(field, row);

    /// <summary>The current budget.</summary>
    public static BudgetSql Of(BudgetField field, SqlRow row) =>
        row.Rollup is not null
            ? throw new NotInRollupException()
            : field.Scope switch
            {
                BudgetScope.Project => OfProject(row),
                BudgetScope.Plan => OfPlan(row),
                BudgetScope.Activity => OfActivity(row),
                BudgetScope.OwnOfActivity => new(
                    row.Join("own budget", own => $" LEFT JOIN activity_budgets {own} ON {own}.activity_id = {row.Id}"),
                    mayBeMissing: true,
                    expired: () => Expired(row, "activity_id")
                ),
                _ => new(row.Name),
            };

    private static BudgetSql At(BudgetField field, SqlRow row, ScalarInput moment)
    {
        var at = row.Statement.Value(
            NpgsqlDbType.TimestampTz,
            request => BudgetSums.Moment(moment.Bind(request), request)
        );
        if (row.Rollup is not null)
        {
            row.SumAt(at);
            return new BudgetSql(row.Name);
        }

        var (activities, which) = field.Scope switch
        {
            BudgetScope.Project => ("activity_budgets", $"a.project_id = {row.Id}"),
            BudgetScope.Plan => (
                "activity_budgets",
                $"a.plan_id = {row.Id}{SeenDrafts(row, "(SELECT b.draft FROM project_budgets b WHERE b.project_id = a.project_id)")}"
            ),
            BudgetScope.Activity => ($"({BudgetSums.Below(row, "activity_id")})", Sql.True),
            _ => ($"(SELECT {row.Id} AS activity_id)", Sql.True),
        };
        var then = row.Join(
            $"{field.Name} at {at}",
            then => $" LEFT JOIN LATERAL ({BudgetSums.SumAt(activities, which, at)}) {then} ON true"
        );
        return new BudgetSql(then, mayBeMissing: true);
    }

    /// <summary>A figure by its name in the API, with or without a quarter: "planned", "disbursedQ2".</summary>
    public string Figure(string figure) =>
        figure switch
        {
            "planned" => Present(Total("planned")),
            "transferredIn" => Present(Total("transferred_in")),
            "transferredOut" => Present(Total("transferred_out")),
            "disbursed" => Present(Total("disbursed")),
            "revised" => Present(hasTotals ? $"{name}.revised_total" : Revised),
            "committed" => Present($"{name}.committed", minus: expired),
            "available" => Present(
                hasTotals ? $"{name}.available_total" : $"({Revised} - {name}.committed - {Total("disbursed")})",
                plus: expired
            ),
            Rate => hasTotals ? $"{name}.disbursement_rate" : RateOf(Total("disbursed"), Revised),
            ['p' or 'd', .., 'Q', var quarter] => Present(
                $"{name}.{(figure[0] == 'p' ? "planned" : "disbursed")}_q{quarter}"
            ),
            _ => throw new InvalidOperationException($"A budget has no {figure}."),
        };

    /// <summary>Whether all rows can be read in the order of a figure by an index of its total.</summary>
    public bool IsByIndex => late is not null;

    /// <summary>
    /// The parts of all rows in which an index has the order of a figure; empty if no index has it, or has it for all
    /// rows. Only rows with expired commitments have figures that differ from the stored totals.
    /// </summary>
    public IReadOnlyList<KeyPart> Parts(string figure) =>
        late is null ? []
        : figure == Rate ? KeyPart.ByNull(Figure(figure))
        : figure is "committed" or "available"
            ?
            [
                new($"NOT {late()}", $"{name}.{(figure == "committed" ? figure : "available_total")}", IsNull: false),
                new(late(), Figure(figure), IsNull: false),
            ]
        : [];

    /// <summary>A figure of many rows together. The rate is computed from the sums.</summary>
    public string Sum(string figure) =>
        figure == Rate
            ? RateOf($"sum({Figure("disbursed")})", $"sum({Figure("revised")})")
            : $"coalesce(sum({Figure(figure)}), 0.00)";

    private static string RateOf(string disbursed, string revised) =>
        $"CASE WHEN {revised} <> 0 THEN round({disbursed} * 100 / {revised}, 2) END";

    /// <summary>A column of the balance: "planned_q1", "committed".</summary>
    public string Column(string column) => column == "committed" ? Figure(column) : Present($"{name}.{column}");

    private string Revised => $"({Total("planned")} + {Total("transferred_in")} - {Total("transferred_out")})";

    private string Total(string part) =>
        hasTotals
            ? $"{name}.{part}_total"
            : $"({string.Join(" + ", Quarters.Select(quarter => $"{name}.{part}_{quarter}"))})";

    private string Present(string amount, Func<string>? minus = null, Func<string>? plus = null)
    {
        var present = mayBeMissing ? $"coalesce({amount}, 0.00)" : amount;
        return minus is not null ? $"({present} - {minus()})"
            : plus is not null ? $"({present} + {plus()})"
            : present;
    }

    private static BudgetSql OfProject(SqlRow row) =>
        new(
            // The fiscal year is redundant but lets PostgreSQL find the totals of all projects of a year by an index.
            row.Join(
                "budget",
                budget =>
                    $" {Join(row)}JOIN project_budgets {budget} ON {budget}.project_id = {row.Id}"
                    + $" AND {budget}.fiscal_year = {row.Column("FiscalYear")}"
            ),
            hasTotals: true,
            expired: () => Expired(row, "project_id"),
            // Not a join, so that the order of the index is kept.
            late: () =>
                $"({row.Id} IN (SELECT x.project_id FROM open_commitments x WHERE x.expires_on < {row.Statement.Today()}))"
        );

    /// <summary>Drafts have separate totals, which are left out for callers who do not see them.</summary>
    private static BudgetSql OfPlan(SqlRow row)
    {
        var expired = () => Expired(row, "plan_id", SeenDrafts(row, "x.draft"));
        if (row.Context.View == View.Published)
        {
            var published = row.Join(
                "budget",
                budget =>
                    $" {Join(row)}JOIN plan_budgets {budget} ON {budget}.plan_id = {row.Id} AND NOT {budget}.draft"
            );
            return new BudgetSql(published, hasTotals: true, expired: expired);
        }

        return Summed(row, () => $"plan_budgets b WHERE b.plan_id = {row.Id}{SeenDrafts(row, "b.draft")}", expired);
    }

    private static BudgetSql OfActivity(SqlRow row) =>
        Summed(
            row,
            () =>
                $"activity_budgets b JOIN ({BudgetSums.Below(row, "activity_id")}) w ON w.activity_id = b.activity_id",
            () =>
                "coalesce((SELECT sum(x.remaining) FROM open_commitments x "
                + $"WHERE x.activity_id IN ({BudgetSums.Below(row, "activity_id")}) AND x.expires_on < {row.Statement.Today()}), 0.00)"
        );

    /// <summary>The sums of several rows with amounts, which have the alias "b".</summary>
    private static BudgetSql Summed(SqlRow row, Func<string> from, Func<string> expired)
    {
        var summed = row.Join(
            "budget",
            sums => $" LEFT JOIN LATERAL (SELECT {BudgetSums.Sums("b")} FROM {from()}) {sums} ON true"
        );
        return new BudgetSql(summed, mayBeMissing: true, expired: expired);
    }

    /// <summary>
    /// The condition that leaves out the money of drafts that the caller does not see; empty if the caller sees all.
    /// </summary>
    private static string SeenDrafts(SqlRow row, string draft) =>
        row.Context.View switch
        {
            View.All => "",
            View.Published => $" AND NOT {draft}",
            _ =>
                $" AND (NOT {draft} OR {row.Context.Visibility.OwnOffice(row, MemberPath.Of((DevelopmentPlan plan) => plan.Office.Code))})",
        };

    /// <summary>
    /// Every project and plan has totals, so the join is outer only if the row itself may be missing.
    /// </summary>
    private static string Join(SqlRow row) => row.AlwaysExists ? "" : "LEFT ";

    /// <summary>
    /// The amount that expired commitments hold until a job releases it. Usually there are none, so one subquery sums
    /// them for all rows.
    /// </summary>
    private static string Expired(SqlRow row, string key, string which = "")
    {
        var today = row.Statement.Today();
        var sum = $"sum(x.remaining) AS remaining FROM open_commitments x WHERE x.expires_on < {today}{which}";
        var isOfRow = which.Length > 0 && row.Context.View == View.Offices;
        var sums = row.Join(
            "expired",
            late =>
                isOfRow
                    ? $" LEFT JOIN LATERAL (SELECT {sum} AND x.{key} = {row.Id}) {late} ON true"
                    : $" LEFT JOIN (SELECT x.{key}, {sum} GROUP BY x.{key}) {late} ON {late}.{key} = {row.Id}"
        );
        return $"coalesce({sums}.remaining, 0.00)";
    }
}
