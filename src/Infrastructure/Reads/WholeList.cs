using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads;

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
    private readonly Dictionary<string, Sums> sums = [];

    public Model Model => model;

    public ReadCompiler Compiler => compiler;

    /// <summary>The fiscal year in which a list of nothing is told, as an expression; null where it has none of its own.</summary>
    public string? YearOfParent =>
        parent is { } above && above.Place.Row.Table.HasColumn("FiscalYear")
            ? $"(SELECT p.{above.Place.Row.Table.Column("FiscalYear")} FROM {above.Place.Row.Table.Name} p WHERE p.id = parent.id)"
            : null;

    /// <summary>The statement of sums; one for each moment that is asked for.</summary>
    public Sums At(Input? moment) => Get(moment is null ? "now" : $"at {moment.GetHashCode()}");

    /// <summary>A statement of its own.</summary>
    public Sums New()
    {
        var below = parent is { } above ? compiler.Lists.Below(above.Place) : null;
        var statement = below?.Statement ?? compiler.NewStatement(null);
        var row = new SqlRow(compiler.Context, statement.Sql, model.Row);
        if (below is not null)
            statement.Next("parent.id", ColumnKind.Id);
        compiler.Uses(statement, selection.Argument("where"), model);
        var seen = parent is { } owner
            ? compiler.Lists.Seen(owner.Place, owner.Key, row)
            : compiler.Context.Visibility.Condition(row);
        var where = Sql.Where(
            below is null ? null : $"{row.Column(parent!.Value.Key)} = parent.id",
            seen,
            new Conditions(compiler.Context, statement.Sql).Compile(selection.Argument("where"), row)
        );
        statement.IsSearch = where.Contains("LIKE fold_text(", StringComparison.Ordinal);
        var made = new Sums(statement, row, below?.Key ?? -1);
        var parents = below?.Rows;
        statement.Text = columns =>
            parents is null
                ? $"SELECT {Selected(made, columns)} FROM {row.From}{where}{made.Tail}"
                : $"SELECT parent.id{Outer(statement)} FROM {parents} {(made.Tail.Length == 0 ? "LEFT" : "CROSS")} JOIN LATERAL "
                    + $"(SELECT {Inner(statement)} FROM {row.From}{where}{made.Tail}) a"
                    + $"{(made.Tail.Length == 0 ? " ON true" : " ORDER BY parent.id, a.place")}";
        return made;
    }

    /// <summary>Of a whole of which nothing is told there is one row all the same, and not one for each that is summed.</summary>
    private static string Selected(Sums sums, string columns) =>
        columns.Length == 0 && sums.Tail.Length == 0 ? "count(*)" : ReadCompiler.Something(columns);

    private static string Outer(StatementBuilder statement) =>
        string.Concat(Enumerable.Range(1, statement.Expressions.Count - 1).Select(i => $", a.c{i}"));

    private static string Inner(StatementBuilder statement) =>
        statement.Expressions.Count == 1
            ? "count(*)"
            : string.Join(", ", statement.Expressions.Skip(1).Select((expression, i) => $"{expression} AS c{i + 1}"));

    private Sums Get(string name)
    {
        if (!sums.TryGetValue(name, out var known))
            sums.Add(name, known = New());
        return known;
    }
}

/// <summary>A statement of sums over rows.</summary>
/// <param name="Row">The rows that are summed.</param>
/// <param name="Key">The column of the parents' ids in their own statement; -1 where there is no parent.</param>
internal sealed record Sums(StatementBuilder Statement, SqlRow Row, int Key)
{
    /// <summary>GROUP BY, HAVING, ORDER BY and LIMIT; empty where all rows are summed together.</summary>
    public string Tail { get; set; } = "";

    /// <summary>A sum as it is told: 0 where nothing is summed.</summary>
    public int Money(string expression) => Statement.Column($"coalesce(sum({expression}), 0.00)", ColumnKind.Decimal);
}
