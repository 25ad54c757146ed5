using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Running;

/// <inheritdoc cref="IGroupReader"/>
internal sealed class GroupReader(
    ReadContexts contexts,
    ReadSession session,
    AccessControl access,
    Caller caller,
    TimeProvider time
) : IGroupReader
{
    public async Task<IReadOnlyList<GroupRow>> ReadAsync(GroupQuery query, CancellationToken cancellationToken)
    {
        var statement = new Statement(contexts.For(caller));
        var row = new SqlRow(statement, query.Row);
        List<(string Sql, int Column)> keys =
        [
            .. query.Keys.Select(key => Selected(row.Column(key, seenOnly: false), ColumnKind.Of(key.Type))),
            .. query.ComputedKeys.Select(name => Selected(Computed.Of(name, row), ColumnKind.Text)),
        ];
        var count = statement.Column("count(*)::int", ColumnKind.Int);
        var figures = query
            .Figures.SelectMany(set => Figures(set, row, query.AsOf))
            .Select(figure => (figure.Name, Column: statement.Column(figure.Sql, figure.Kind)))
            .ToList();
        var conditions = new Conditions(statement);
        var where = Sql.Where([
            row.Context.Visibility.Condition(row),
            .. query.Among.Select(among => Among(row, among.Member, among.Values)),
            query.Where is null ? null : conditions.Compile(Input.Of(query.Where), row),
            query.RelatedWhere is { } other
                ? conditions.Compile(Input.Of(other.Where), row.Related(other.Related, seenOnly: true))
                : null,
        ]);
        var by = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", keys.Select(key => key.Sql).Distinct())}";
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where}{by}";
        var request = ReadRequests.Of(caller, new Dictionary<string, object?>(), time);
        var found = (await session.FindAsync([statement], request, access, false, cancellationToken))[0];
        return
        [
            .. Enumerable
                .Range(0, found.Count)
                .Select(i => new GroupRow(
                    [.. keys.Select(key => found[key.Column].Value(i))],
                    found.Value<int>(count, i),
                    figures.ToDictionary(figure => figure.Name, figure => found[figure.Column].Value(i))
                )),
        ];

        (string, int) Selected(string sql, ColumnKind kind) => (sql, statement.Column(sql, kind));
    }

    private static string Among(SqlRow row, MemberPath member, IReadOnlyList<object> values)
    {
        var array = Sql.ArrayOf(member.Type, [.. values.Select(one => one is Enum value ? StoredEnum.Of(value) : one)]);
        var place = row.Statement.Value(NpgsqlTypes.NpgsqlDbType.Array | ColumnKind.Of(member.Type).DbType, _ => array);
        return $"{row.Column(member, seenOnly: false)} = ANY({place})";
    }

    private static IEnumerable<(string Name, string Sql, ColumnKind Kind)> Figures(
        string set,
        SqlRow row,
        DateTimeOffset? asOf
    ) =>
        set switch
        {
            "Project.budget" => Budget(row, asOf),
            "Project.totals" => Totals(row),
            "IndicatorTarget.figures" => Indicators(row),
            "PeopleFigure.sums" => People(row),
            _ => throw new InvalidOperationException($"There is no set of sums named {set}."),
        };

    private static IEnumerable<(string, string, ColumnKind)> Budget(SqlRow row, DateTimeOffset? asOf)
    {
        var field = row.Context.Model(row.Type).Fields.OfType<BudgetField>().First();
        var budget = BudgetSql.Of(field, row, asOf is { } at ? new ScalarInput(at, _ => at) : null);
        foreach (var column in Persistence.Ledger.LedgerSql.Columns)
            yield return (column, $"coalesce(sum({budget.Column(column)}), 0.00)", ColumnKind.Decimal);
        var year = row.Column("FiscalYear");
        yield return ("first_year", $"min({year})", ColumnKind.Int);
        yield return ("last_year", $"max({year})", ColumnKind.Int);
    }

    private static IEnumerable<(string, string, ColumnKind)> People(SqlRow row) =>
        [
            ("people", $"sum({row.Column("People")})::int", ColumnKind.Int),
            ("reached", $"sum({row.Column("Reached")})::int", ColumnKind.Int),
            ("withheld", $"(count(*) FILTER (WHERE {row.Column("People")} IS NULL))::int", ColumnKind.Int),
        ];

    private static IEnumerable<(string, string, ColumnKind)> Totals(SqlRow row)
    {
        var budget = BudgetSql.Of(row.Context.Model(row.Type).Fields.OfType<BudgetField>().First(), row);
        (string Name, string Figure)[] totals =
        [
            ("planned_total", "planned"),
            ("transferred_in_total", "transferredIn"),
            ("transferred_out_total", "transferredOut"),
            ("disbursed_total", "disbursed"),
            ("committed", "committed"),
        ];
        return totals.Select(total => (total.Name, budget.Sum(total.Figure), ColumnKind.Decimal));
    }

    private static IEnumerable<(string, string, ColumnKind)> Indicators(SqlRow row)
    {
        var status = Computed.Of("IndicatorTarget.status", row);
        var (target, result) = (row.Column("Target"), row.Column("Result"));
        var indicator = row.ByKey(nameof(IndicatorTarget.IndicatorId), typeof(Indicator), seenOnly: false);
        return
        [
            ("reported", $"count({result})::int", ColumnKind.Int),
            ("achieved", $"(count(*) FILTER (WHERE {status} = 'ACHIEVED'))::int", ColumnKind.Int),
            ("on_track", $"(count(*) FILTER (WHERE {status} = 'ON_TRACK'))::int", ColumnKind.Int),
            ("off_track", $"(count(*) FILTER (WHERE {status} = 'OFF_TRACK'))::int", ColumnKind.Int),
            ("average", $"avg({Computed.Of("IndicatorTarget.achievement", row)})", ColumnKind.Decimal),
            ("target", $"avg({target})", ColumnKind.Decimal),
            ("result", $"avg({result})", ColumnKind.Decimal),
            ("ratios", $"count({row.Column("Denominator")})::int", ColumnKind.Int),
            ("numerator", $"sum({row.Column("Numerator")})", ColumnKind.Decimal),
            ("denominator", $"sum({row.Column("Denominator")})", ColumnKind.Decimal),
            (
                "things",
                $"count(DISTINCT coalesce({indicator.Column("DefinitionId")}, {indicator.Id}))::int",
                ColumnKind.Int
            ),
            ("unit", $"min({indicator.Column("Unit")})", ColumnKind.Text),
            ("lower_is_better", $"bool_and({row.Column("Direction")} = 'LOWER_IS_BETTER')", ColumnKind.Boolean),
        ];
    }
}
