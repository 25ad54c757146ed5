using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// A row within a statement, and the related rows that are joined to it. Each path is joined once. For paths that a
/// client requests, the join condition contains the visibility rule of the related row.
/// </summary>
internal sealed class SqlRow
{
    private readonly ReadContext context;
    private readonly SqlWriter sql;
    private readonly JoinList joins;
    private readonly string path;
    private string? moment;

    /// <summary>The first row of a FROM clause.</summary>
    /// <param name="rollup">Kept totals that are read instead of the rows; null for the rows themselves.</param>
    public SqlRow(ReadContext context, SqlWriter sql, Type type, Rollup? rollup = null)
        : this(context, sql, new JoinList(), "", sql.NextRow(), type, alwaysExists: true) => Rollup = rollup;

    private SqlRow(
        ReadContext context,
        SqlWriter sql,
        JoinList joins,
        string path,
        string name,
        Type type,
        bool alwaysExists
    )
    {
        (this.context, this.sql, this.joins, this.path) = (context, sql, joins, path);
        (Name, Type, Table, AlwaysExists) = (name, type, context.Tables.Of(type), alwaysExists);
    }

    /// <summary>Whether the row always exists. If not, the rows joined to it may be missing, too.</summary>
    public bool AlwaysExists { get; }

    public string Name { get; }

    public Type Type { get; }

    public Table Table { get; }

    public ReadContext Context => context;

    public SqlWriter Sql => sql;

    public Rollup? Rollup { get; }

    public string Id => Rollup is null ? $"{Name}.{Table.Id}" : throw new NotInRollupException();

    /// <summary>The number of rows in a group.</summary>
    public string Count => Rollup is null ? "count(*)" : $"coalesce(sum({Name}.entries), 0)";

    /// <summary>The joins added so far, which follow the row in FROM.</summary>
    public string Joins => joins.ToString();

    /// <summary>"projects r0" with its joins.</summary>
    public string From =>
        $"{Rollup?.From.Replace(PastTotals.Moment, moment, StringComparison.Ordinal) ?? Table.Name} {Name}{Joins}";

    /// <summary>Whether the row is a total of past moments, and the moment is still to be set.</summary>
    public bool NeedsMoment => Rollup is { IsPast: true } && moment is null;

    /// <summary>Sets the moment of totals of past moments, which is the same for the whole statement.</summary>
    public void SumAt(string at) => moment = NeedsMoment ? at : throw new NotInRollupException();

    public string Column(string member) =>
        Rollup is null ? $"{Name}.{Table.Column(member)}"
        : Rollup.Columns.TryGetValue(member, out var kept) ? string.Format(null, kept, Name)
        : throw new NotInRollupException();

    /// <summary>
    /// The first day of the month of a date or timestamp, if the row is a monthly total; null if it is not.
    /// </summary>
    public string? Month(MemberPath member) =>
        Rollup is null ? null
        : Rollup.Months.TryGetValue(member.ToString(), out var month) ? string.Format(null, month, Name)
        : throw new NotInRollupException();

    /// <summary>The column at the end of a path. Adds the joins that the path needs.</summary>
    /// <param name="seenOnly">Whether rows on the path must be visible to the caller. False for paths of visibility
    /// rules themselves.</param>
    public string Column(MemberPath member, bool seenOnly = true)
    {
        var (at, first) = PlanOfTotal(member) ?? (this, 0);
        var name = "";
        for (var i = first; i < member.Steps.Count; i++)
        {
            var step = member.Steps[i];
            name += step.Property.Name;
            if (i == member.Steps.Count - 1)
                return at.Column(name);
            if (step.Row is { } row)
                at = at.ByKey(name, row, seenOnly);
            else if (at.Table.Reference(name) is { } reference)
                at = at.ByReference(name, reference, step.Property.PropertyType, seenOnly);
            else
            {
                // A complex property is stored in the row's own columns.
                name += ".";
                continue;
            }

            name = "";
        }

        throw new InvalidOperationException("A path has at least one step.");
    }

    /// <summary>
    /// The plan and the number of steps to it, if the row is a total of a plan and the path leads over the plan;
    /// otherwise null.
    /// </summary>
    private (SqlRow Plan, int Steps)? PlanOfTotal(MemberPath member)
    {
        if (Rollup?.Plan is not { } id)
            return null;
        var (project, steps) = member.Steps[0].Row is { } row ? (row, 2) : (Type, 1);
        if (member.Steps.Count <= steps || member.Steps[steps - 1].Property is not { PropertyType: var type } way)
            return null;
        return type != typeof(DevelopmentPlan)
            ? null
            : (
                Joined(
                    way.Name,
                    type,
                    string.Format(null, id, Name),
                    context.Tables.Of(type).Id!,
                    isRequired: false,
                    context.RuleBetween(project, way.Name, type)
                ),
                steps
            );
    }

    /// <summary>The related row at the end of a path of navigations and keys.</summary>
    public SqlRow Related(MemberPath related, bool seenOnly)
    {
        var at = this;
        foreach (var step in related.Steps)
        {
            at = step.Row is { } row
                ? at.ByKey(step.Property.Name, row, seenOnly)
                : at.ByReference(
                    step.Property.Name,
                    at.Table.Reference(step.Property.Name)!,
                    step.Property.PropertyType,
                    seenOnly
                );
        }

        return at;
    }

    /// <summary>The row whose id is in a column; it may be missing.</summary>
    public SqlRow ByKey(string member, Type type, bool seenOnly) =>
        Joined($"{member}:{type.Name}", type, Column(member), context.Tables.Of(type).Id!, isRequired: false, seenOnly);

    /// <summary>The row whose id is the value of an expression; it may be missing.</summary>
    public SqlRow ByExpression(string key, Type type, string expression, bool seenOnly) =>
        Joined(key, type, expression, context.Tables.Of(type).Id!, isRequired: false, seenOnly);

    /// <summary>Adds a join with custom SQL, once per key: lateral sums, kept totals.</summary>
    public string Join(string key, Func<string, string> join) => joins.Add($"{path}/{key}", () => sql.NextRow(), join);

    private SqlRow ByReference(string member, Reference reference, Type type, bool seenOnly) =>
        Rollup is null
            ? Joined(member, type, $"{Name}.{reference.Own}", reference.Other, reference.IsRequired, seenOnly)
            : throw new NotInRollupException();

    private SqlRow Joined(string key, Type type, string own, string other, bool isRequired, bool seenOnly) =>
        Joined(key, type, own, other, isRequired, seenOnly ? context.RuleBetween(Type, key, type) : null);

    private SqlRow Joined(string key, Type type, string own, string other, bool isRequired, Seen? rule)
    {
        var way = $"{path}/{key}{(rule is null ? "" : "!")}";
        var alwaysExists = isRequired && AlwaysExists && rule is null;
        var name = joins.Add(
            way,
            () => sql.NextRow(),
            name =>
            {
                var table = context.Tables.Of(type).Name;
                var seen = rule is null ? null : Condition(rule, name, type);
                var on = $"{name}.{other} = {own}{(seen is null ? "" : $" AND {seen}")}";
                return $" {(alwaysExists ? "" : "LEFT ")}JOIN {table} {name} ON {on}";
            }
        );
        return new SqlRow(context, sql, joins, way, name, type, alwaysExists);
    }

    /// <summary>
    /// The condition that a joined row is visible. Rows that the rule needs are joined within the condition.
    /// </summary>
    private string? Condition(Seen rule, string name, Type type)
    {
        var row = new SqlRow(context, sql, new JoinList(), "", name, type, alwaysExists: true);
        var seen = context.Visibility.Condition(rule, row);
        return seen is null || row.Joins.Length == 0
            ? seen
            : $"EXISTS (SELECT FROM (SELECT) AS one{row.Joins} WHERE {seen})";
    }

    /// <summary>Joins in the order in which they were added, each once.</summary>
    private sealed class JoinList
    {
        private readonly OrderedDictionary<string, (string Row, string Text)> joins = [];

        public string Add(string way, Func<string> next, Func<string, string> join)
        {
            if (joins.TryGetValue(way, out var known))
                return known.Row;
            // Building the text may add joins that must come before this one.
            var name = next();
            joins.Add(way, (name, join(name)));
            return name;
        }

        public override string ToString() => string.Concat(joins.Values.Select(join => join.Text));
    }
}
