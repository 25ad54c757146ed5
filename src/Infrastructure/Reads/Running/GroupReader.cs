using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
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
        var context = contexts.For(caller);
        var statement = new StatementBuilder(0, 0);
        var row = new SqlRow(context, statement.Sql, query.Row);
        var conditions = new Conditions(context, statement.Sql);
        var keys = query
            .Keys.Select(key => (Sql: row.Column(key, seenOnly: false), Kind: ColumnKinds.Of(key.Type)))
            .ToList();
        keys.AddRange(query.ComputedKeys.Select(name => (Computed.Of(name, row), ColumnKind.Text)));
        foreach (var key in keys)
            statement.Next(key.Sql, key.Kind);
        var count = statement.Next("count(*)::int", ColumnKind.Int);
        var figures = query
            .Figures.SelectMany(set => Figures(set, row, query.AsOf))
            .Select(figure => (figure.Name, Column: statement.Next(figure.Sql, figure.Kind)))
            .ToList();
        var related = query.RelatedWhere is { } other
            ? (Row: row.Related(other.Related, seenOnly: true), other.Where)
            : default;
        var model = context.Model(query.Row);
        statement.Uses.AddRange(
            FieldUses.In(query.Where is null ? null : Input.Of(query.Where), model, context.Models)
        );
        if (related.Row is not null)
        {
            statement.Uses.AddRange(
                FieldUses.In(Input.Of(related.Where), context.Model(related.Row.Type), context.Models)
            );
        }

        var where = Sql.Where([
            context.Visibility.Condition(row),
            .. query.Among.Select(among => Among(row, among.Member, among.Values)),
            query.Where is null ? null : conditions.Compile(Input.Of(query.Where), row),
            related.Row is null ? null : conditions.Compile(Input.Of(related.Where), related.Row),
        ]);
        var by = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", keys.Select(key => key.Sql).Distinct())}";
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where}{by}";
        var found = await RunAsync(statement, cancellationToken);
        return
        [
            .. Enumerable
                .Range(0, found.Count)
                .Select(i => new GroupRow(
                    [.. Enumerable.Range(0, keys.Count).Select(key => found[key].Value(i))],
                    found.Value<int>(count, i),
                    figures.ToDictionary(figure => figure.Name, figure => found[figure.Column].Value(i))
                )),
        ];
    }

    private async Task<Found> RunAsync(StatementBuilder statement, CancellationToken cancellationToken)
    {
        await session.KeepSnapshotAsync(cancellationToken);
        using var json = new JsonBuffer();
        var writer = new AnswerWriter(json, access, prefersThai: false, int.MaxValue);
        var request = ReadRequests.Of(caller, new Dictionary<string, object?>(), time);
        await session.RunAsync(new CompiledReads([statement.Build()]), request, [], writer, cancellationToken);
        return writer.StatementFailures[0] is { } failure ? throw failure : writer.Found[0];
    }

    private static string Among(SqlRow row, MemberPath member, IReadOnlyList<object> values)
    {
        var array = Sql.ArrayOf(member.Type, [.. values.Select(one => one is Enum value ? StoredEnum.Of(value) : one)]);
        var place = row.Sql.Value(NpgsqlTypes.NpgsqlDbType.Array | Sql.TypeOf(member.Type), _ => array);
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
