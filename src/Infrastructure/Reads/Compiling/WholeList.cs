using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// All rows of a list, regardless of the page. One statement computes its counts and sums, for one list as well as for
/// the lists of many parents.
/// </summary>
/// <param name="parent">The place of the parents, and the member of a row with the parent's id; null for the list of all
/// rows.</param>
/// <param name="rollup">Kept totals that are summed instead of the rows.</param>
internal sealed class WholeList(
    ReadCompiler compiler,
    FieldSelection selection,
    Model model,
    (Place Place, MemberPath Key)? parent,
    Rollup? rollup = null
)
{
    private readonly Dictionary<Input, Sums> sums = [];

    public Model Model => model;

    public FieldSelection Selection => selection;

    /// <summary>
    /// The SQL of the parent's fiscal year, which the budget of an empty list has; null if there is none.
    /// </summary>
    public string? YearOfParent =>
        parent is { Place.Row.Table: var table } && table.HasColumn("FiscalYear")
            ? $"(SELECT p.{table.Column("FiscalYear")} FROM {table.Name} p WHERE p.id = parent.id)"
            : null;

    public Input? Where => selection.Argument("where");

    /// <summary>Whether this is the list of all rows, not of the children of a parent.</summary>
    public bool IsRoot => parent is null;

    /// <summary>The same list, computed from kept totals.</summary>
    public WholeList Of(Rollup totals) => new(compiler, selection, model, parent, totals);

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
        var (statement, row, below) = Begin();
        var large = new LargeList(statement, model, Where);
        if (IsRoot && rollup is null)
            large.CheckSums();
        var where = Sql.Where(ConditionsFor(row));
        if (IsRoot)
            large.CheckCondition();
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

    /// <summary>A new statement that reads rows of the list, the id of their parent first.</summary>
    public (Statement Statement, SqlRow Row, BelowPlace? Below) Begin()
    {
        var below = parent?.Place.Below(compiler);
        var statement = below?.Statement ?? compiler.NewStatement();
        if (below is not null)
            statement.Column("parent.id", ColumnKind.Id);
        return (statement, new SqlRow(statement, model.Row, rollup), below);
    }

    /// <summary>
    /// The conditions for rows of the list: they belong to the parent, are visible to the caller and match the filter.
    /// </summary>
    public IReadOnlyList<string?> ConditionsFor(SqlRow row) =>
        [
            parent is { } below ? $"{row.Column(below.Key)} = parent.id" : null,
            parent is { } above
                ? row.Context.Visibility.Below(above.Place.Row.Type, above.Key, row)
                : row.Context.Visibility.Condition(row),
            new Conditions(row.Statement).Compile(Where, row),
        ];

    /// <summary>
    /// If no aggregate is selected, the count is, so that the statement still returns one row and not one per row of
    /// the list.
    /// </summary>
    private static string Selected(Sums sums, string columns) =>
        columns.Length == 0 && !sums.IsGrouped ? sums.Row.Count : ReadCompiler.ColumnsOrOne(columns);

    private static string Outer(Statement statement) =>
        string.Concat(Enumerable.Range(1, statement.Expressions.Count - 1).Select(i => $", a.c{i}"));

    private static string Inner(Statement statement) =>
        statement.Expressions.Count == 1
            ? "count(*)"
            : string.Join(", ", statement.Expressions.Skip(1).Select((expression, i) => $"{expression} AS c{i + 1}"));
}

/// <summary>A statement that aggregates rows.</summary>
/// <param name="Row">The aggregated rows.</param>
/// <param name="Key">The column of the parents' ids in their own statement; -1 if there is no parent.</param>
/// <param name="IsGrouped">Whether the rows are grouped.</param>
internal sealed record Sums(Statement Statement, SqlRow Row, int Key, bool IsGrouped)
{
    /// <summary>The sums for a row of the parents' statement.</summary>
    public ChildRows Rows => new(Statement.Number, Key);

    /// <summary>The sums for a row of another statement of the same list, which begins with the same id.</summary>
    public ChildRows RowsOfSame => new(Statement.Number, Key < 0 ? -1 : 0);

    /// <summary>GROUP BY, HAVING, ORDER BY and LIMIT; empty if all rows are aggregated together.</summary>
    public string Tail { get; set; } = "";

    /// <summary>The column with the position of a group among those of its parent.</summary>
    public int Place { get; set; }
}
