using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// A row within a statement, and the related rows that are joined to it. Each path is joined once. For paths that a
/// client requests, the join condition contains the visibility rule of the related row.
/// </summary>
internal sealed class SqlRow
{
    private readonly JoinList joins;
    private readonly string path;
    private string? moment;

    /// <summary>The first row of a FROM clause.</summary>
    /// <param name="rollup">Kept totals that are read instead of the rows; null for the rows themselves.</param>
    public SqlRow(Statement statement, Type type, Rollup? rollup = null)
        : this(statement, new JoinList(), "", statement.NextRow(), type, alwaysExists: true) => Rollup = rollup;

    private SqlRow(Statement statement, JoinList joins, string path, string name, Type type, bool alwaysExists)
    {
        (Statement, this.joins, this.path) = (statement, joins, path);
        (Name, Type, Table, AlwaysExists) = (name, type, Context.Tables.Of(type), alwaysExists);
    }

    /// <summary>Whether the row always exists. If not, the rows joined to it may be missing, too.</summary>
    public bool AlwaysExists { get; }

    /// <summary>Whether the row is the first of its FROM clause, not one joined to it.</summary>
    public bool IsFirst => path.Length == 0;

    public string Name { get; }

    public Type Type { get; }

    public Table Table { get; }

    public Statement Statement { get; }

    public ReadContext Context => Statement.Context;

    public Rollup? Rollup { get; }

    public string Id =>
        Rollup is not null ? throw new NotInRollupException()
        : Table.Id is { } id ? $"{Name}.{id}"
        : throw new InvalidOperationException($"{Type.Name} has no id.");

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
        foreach (var step in member.Steps.SkipLast(1).Skip(first))
        {
            name += step.Property.Name;
            // A complex property is stored in the row's own columns.
            var next = at.Next(name, step, seenOnly);
            (at, name) = next is null ? (at, $"{name}.") : (next, "");
        }

        return at.Column(name + member.Last.Name);
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
        var way = member.Steps[Math.Min(steps, member.Steps.Count) - 1].Property;
        if (member.Steps.Count <= steps || way.PropertyType != typeof(DevelopmentPlan))
            return null;
        var rule = Context.RuleBetween(project, way.Name, typeof(DevelopmentPlan));
        return (ById(way.Name, typeof(DevelopmentPlan), string.Format(null, id, Name), rule), steps);
    }

    /// <summary>The related row at the end of a path of navigations and keys.</summary>
    public SqlRow Related(MemberPath related, bool seenOnly) =>
        related.Steps.Aggregate(this, (at, step) => at.Next(step.Property.Name, step, seenOnly)!);

    /// <summary>The related row that a step of a path leads to; null if it leads to a member of the same row.</summary>
    private SqlRow? Next(string name, PathStep step, bool seenOnly) =>
        step.Row is { } row ? ByKey(name, row, seenOnly)
        : Table.Reference(name) is not { } reference ? null
        : Rollup is not null ? throw new NotInRollupException()
        : Joined(
            name,
            step.Property.PropertyType,
            $"{Name}.{reference.Own}",
            reference.Other,
            reference.IsRequired,
            seenOnly ? Context.RuleBetween(Type, name, step.Property.PropertyType) : null
        );

    /// <summary>The row whose id is in a column; it may be missing.</summary>
    public SqlRow ByKey(string member, Type type, bool seenOnly) =>
        ByExpression($"{member}:{type.Name}", type, Column(member), seenOnly);

    /// <summary>The row whose id is the value of an expression; it may be missing.</summary>
    public SqlRow ByExpression(string key, Type type, string expression, bool seenOnly) =>
        ById(key, type, expression, seenOnly ? Context.RuleBetween(Type, key, type) : null);

    private SqlRow ById(string key, Type type, string id, Seen? rule) =>
        Joined(key, type, id, Context.Tables.Of(type).Id!, isRequired: false, rule);

    /// <summary>Adds a join with custom SQL, once per key: lateral sums, kept totals.</summary>
    public string Join(string key, Func<string, string> join) => joins.Add($"{path}/{key}", Statement.NextRow, join);

    private SqlRow Joined(string key, Type type, string own, string other, bool isRequired, Seen? rule)
    {
        var way = $"{path}/{key}{(rule is null ? "" : "!")}";
        var alwaysExists = isRequired && AlwaysExists && rule is null;
        var name = joins.Add(
            way,
            Statement.NextRow,
            name =>
            {
                var table = Context.Tables.Of(type).Name;
                var seen = rule is null ? null : Condition(rule, name, type);
                var on = $"{name}.{other} = {own}{(seen is null ? "" : $" AND {seen}")}";
                return $" {(alwaysExists ? "" : "LEFT ")}JOIN {table} {name} ON {on}";
            }
        );
        return new SqlRow(Statement, joins, way, name, type, alwaysExists);
    }

    /// <summary>
    /// The condition that a joined row is visible. Rows that the rule needs are joined within the condition.
    /// </summary>
    private string? Condition(Seen rule, string name, Type type)
    {
        var row = new SqlRow(Statement, new JoinList(), "", name, type, alwaysExists: true);
        var seen = Context.Visibility.Condition(rule, row);
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
