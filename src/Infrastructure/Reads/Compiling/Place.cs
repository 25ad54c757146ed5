using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>A row of a statement from which fields are selected.</summary>
/// <param name="Find">Finds the row again within another statement; null if it can only be found by its id.</param>
/// <param name="Depth">The nesting depth of the subqueries that find the row again.</param>
internal sealed record Place(
    Statement Statement,
    SqlRow Row,
    Func<Statement, (SqlRow Base, SqlRow At, string Where)>? Find = null,
    int Depth = 0
)
{
    /// <summary>The greatest depth. Deeper statements use the parents' ids instead.</summary>
    private const int MaxDepth = 4;

    /// <summary>
    /// The source of the rows' ids, if the rows are read by ids. Their children are then read by the same ids on the
    /// same level. (Children of a row that the caller may not see are found, but never written.)
    /// </summary>
    public IdSource? SameIds { get; init; }

    /// <summary>Whether the same row may be reached from several rows.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>
    /// Whether statements for children find the row with a subquery, and are sent on the same level as its statement.
    /// </summary>
    public bool IsFoundAgain => Find is not null && Depth < MaxDepth;

    /// <summary>The place of a row that is joined to this one.</summary>
    public Place At(SqlRow row, Func<SqlRow, SqlRow> join) =>
        this with
        {
            Row = row,
            SameIds = null,
            MayRepeat = true,
            Find = Find is null
                ? null
                : statement =>
                {
                    var (found, at, where) = Find(statement);
                    return (found, join(at), where);
                },
        };

    /// <summary>A subquery that selects the ids of the rows, each once.</summary>
    public string Ids(Statement statement)
    {
        var (found, at, where) = Find!(statement);
        return $"SELECT {(MayRepeat ? "DISTINCT " : "")}{at.Id} FROM {found.From}{where}";
    }

    /// <summary>A new statement for the children of the rows.</summary>
    public BelowPlace Below(ReadCompiler compiler)
    {
        var key = Statement.Column(Row.Id, ColumnKind.Id);
        var ids = IsFoundAgain ? null : SameIds ?? new IdSource(Statement.Number, key);
        var level = ids is null || SameIds is not null ? Statement.Level : Statement.Level + 1;
        return new BelowPlace(compiler.NewStatement(ids, hasParent: true, level), this, key);
    }
}

/// <summary>A statement for the children of the rows at a place.</summary>
/// <param name="Key">The column of the parents' ids in their own statement.</param>
internal sealed record BelowPlace(Statement Statement, Place Parent, int Key)
{
    /// <summary>The condition that a column contains the id of a parent.</summary>
    public string IsAmong(string column) =>
        Parent.IsFoundAgain ? $"{column} IN ({Parent.Ids(Statement)})" : $"{column} = ANY({Statement.Parents()})";

    /// <summary>The parents' ids as a FROM item: "… AS parent(id)".</summary>
    public string Rows =>
        (Parent.IsFoundAgain ? $"({Parent.Ids(Statement)})" : $"unnest({Statement.Parents()})") + " AS parent(id)";
}
