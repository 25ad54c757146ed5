using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// All rows of a list, regardless of the page. One statement computes its counts and sums, for one list as well as for
/// the lists of many parents.
/// </summary>
internal sealed class WholeList(
    ReadCompiler compiler,
    FieldSelection selection,
    Model model,
    (Place Place, MemberPath Key)? parent
)
{
    private readonly Dictionary<Input, Sums> sums = [];
    private Rollup? rollup;

    public Model Model => model;

    /// <summary>
    /// The SQL of the parent's fiscal year, which the budget of an empty list has; null if there is none.
    /// </summary>
    public string? YearOfParent =>
        parent is { } above && above.Place.Row.Table.HasColumn("FiscalYear")
            ? $"(SELECT p.{above.Place.Row.Table.Column("FiscalYear")} FROM {above.Place.Row.Table.Name} p WHERE p.id = parent.id)"
            : null;

    private Input? Where => selection.Argument("where");

    /// <summary>Whether this is the list of all rows, not of the children of a parent.</summary>
    public bool IsRoot => parent is null;

    /// <summary>The same list, computed from kept totals.</summary>
    public WholeList Of(Rollup totals) => new(compiler, selection, model, parent) { rollup = totals };

    /// <summary>The statement for aggregates; one for each requested moment.</summary>
    public Sums At(Input? moment)
    {
        var at = moment ?? ScalarInput.Null;
        if (!sums.TryGetValue(at, out var known))
            sums.Add(at, known = New(isGrouped: false));
        return known;
    }

    /// <summary>A new statement for aggregates of each group.</summary>
    public Sums Groups() => New(isGrouped: true);

    private Sums New(bool isGrouped)
    {
        var below = parent is { } above ? compiler.Lists.Below(above.Place) : null;
        var statement = below?.Statement ?? compiler.NewStatement(null);
        var row = new SqlRow(compiler.Context, statement.Sql, model.Row, rollup);
        if (IsRoot && rollup is null)
            statement.Checks.AddRange(compiler.Large.CheckSums(model, Where));
        if (below is not null)
            statement.Next("parent.id", ColumnKind.Id);
        compiler.Uses(statement, Where, model);
        var where = Sql.Where(ConditionsFor(row));
        if (IsRoot)
            statement.Checks.AddRange(compiler.Large.CheckCondition(model, Where, statement.Sql));
        var made = new Sums(statement, row, below?.Key ?? -1, isGrouped);
        var parents = below?.Rows;
        statement.Text = columns =>
            parents is null
                ? $"SELECT {Selected(made, columns)} FROM {row.From}{where}{made.Tail}"
                : $"SELECT parent.id{Outer(statement)} FROM {parents} {(isGrouped ? "CROSS" : "LEFT")} JOIN LATERAL "
                    + $"(SELECT {Inner(statement)} FROM {row.From}{where}{made.Tail}) a"
                    + $"{(isGrouped ? $" ORDER BY parent.id, a.c{made.Place}" : " ON true")}";
        return made;
    }

    /// <summary>
    /// The conditions for rows of the list: they belong to the parent, are visible to the caller and match the filter.
    /// </summary>
    public IReadOnlyList<string?> ConditionsFor(SqlRow row) =>
        [
            parent is { } below ? $"{row.Column(below.Key)} = parent.id" : null,
            parent is { } above
                ? compiler.Lists.Seen(above.Place, above.Key, row)
                : compiler.Context.Visibility.Condition(row),
            new Conditions(compiler.Context, row.Sql).Compile(Where, row),
        ];

    /// <summary>
    /// If no aggregate is selected, the count is, so that the statement still returns one row and not one per row of
    /// the list.
    /// </summary>
    private static string Selected(Sums sums, string columns) =>
        columns.Length == 0 && !sums.IsGrouped ? sums.Row.Count : ReadCompiler.ColumnsOrOne(columns);

    private static string Outer(StatementBuilder statement) =>
        string.Concat(Enumerable.Range(1, statement.Expressions.Count - 1).Select(i => $", a.c{i}"));

    private static string Inner(StatementBuilder statement) =>
        statement.Expressions.Count == 1
            ? "count(*)"
            : string.Join(", ", statement.Expressions.Skip(1).Select((expression, i) => $"{expression} AS c{i + 1}"));
}

/// <summary>A statement that aggregates rows.</summary>
/// <param name="Row">The aggregated rows.</param>
/// <param name="Key">The column of the parents' ids in their own statement; -1 if there is no parent.</param>
/// <param name="IsGrouped">Whether the rows are grouped.</param>
internal sealed record Sums(StatementBuilder Statement, SqlRow Row, int Key, bool IsGrouped)
{
    /// <summary>GROUP BY, HAVING, ORDER BY and LIMIT; empty if all rows are aggregated together.</summary>
    public string Tail { get; set; } = "";

    /// <summary>The column with the position of a group among those of its parent.</summary>
    public int Place { get; set; }
}
