using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// The whole of a list, whatever the page: what is counted and summed of it is one statement, whether of one list or of the list of each
/// of many parents.
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

    public ReadCompiler Compiler => compiler;

    /// <summary>The fiscal year in which a list of nothing is told, as an expression; null where it has none of its own.</summary>
    public string? YearOfParent =>
        parent is { } above && above.Place.Row.Table.HasColumn("FiscalYear")
            ? $"(SELECT p.{above.Place.Row.Table.Column("FiscalYear")} FROM {above.Place.Row.Table.Name} p WHERE p.id = parent.id)"
            : null;

    public Input? Where => selection.Argument("where");

    /// <summary>Whether it is of all rows that there are, not of those of a parent.</summary>
    public bool IsRoot => parent is null;

    /// <summary>What is refused of a request's values.</summary>
    public IReadOnlyList<Action<ReadRequest>> Checks { get; set; } = [];

    /// <summary>The same list, added up from totals.</summary>
    public WholeList Of(Rollup totals) => new(compiler, selection, model, parent) { rollup = totals };

    /// <summary>The statement of sums; one for each moment that is asked for.</summary>
    public Sums At(Input? moment)
    {
        var at = moment ?? ScalarInput.Null;
        if (!sums.TryGetValue(at, out var known))
            sums.Add(at, known = New(isGrouped: false));
        return known;
    }

    /// <summary>A statement of sums of each group.</summary>
    public Sums Groups() => New(isGrouped: true);

    private Sums New(bool isGrouped)
    {
        var below = parent is { } above ? compiler.Lists.Below(above.Place) : null;
        var statement = below?.Statement ?? compiler.NewStatement(null);
        var row = new SqlRow(compiler.Context, statement.Sql, model.Row, rollup);
        statement.Checks.AddRange(Checks);
        if (below is not null)
            statement.Next("parent.id", ColumnKind.Id);
        compiler.Uses(statement, selection.Argument("where"), model);
        var where = Sql.Where(Among(row));
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

    /// <summary>Which rows are in the list: those of its parent that the caller sees and that keep the filter.</summary>
    public IReadOnlyList<string?> Among(SqlRow row) =>
        [
            parent is { } below ? $"{row.Column(below.Key)} = parent.id" : null,
            parent is { } above
                ? compiler.Lists.Seen(above.Place, above.Key, row)
                : compiler.Context.Visibility.Condition(row),
            new Conditions(compiler.Context, row.Sql).Compile(selection.Argument("where"), row),
        ];

    /// <summary>Something is aggregated also where no figure is asked for: the answer is one row, not one for each row of the list.</summary>
    private static string Selected(Sums sums, string columns) =>
        columns.Length == 0 && !sums.IsGrouped ? sums.Row.Count : ReadCompiler.Something(columns);

    private static string Outer(StatementBuilder statement) =>
        string.Concat(Enumerable.Range(1, statement.Expressions.Count - 1).Select(i => $", a.c{i}"));

    private static string Inner(StatementBuilder statement) =>
        statement.Expressions.Count == 1
            ? "count(*)"
            : string.Join(", ", statement.Expressions.Skip(1).Select((expression, i) => $"{expression} AS c{i + 1}"));
}

/// <summary>A statement of sums over rows.</summary>
/// <param name="Row">The rows that are summed.</param>
/// <param name="Key">The column of the parents' ids in their own statement; -1 where there is no parent.</param>
/// <param name="IsGrouped">Whether they are sums of each group of the rows.</param>
internal sealed record Sums(StatementBuilder Statement, SqlRow Row, int Key, bool IsGrouped)
{
    /// <summary>GROUP BY, HAVING, ORDER BY and LIMIT; empty where all rows are summed together.</summary>
    public string Tail { get; set; } = "";

    /// <summary>The column that numbers the groups of a parent in their order.</summary>
    public int Place { get; set; }
}
