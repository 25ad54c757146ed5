using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>A statement while it is put together: what is selected adds columns and joins to it.</summary>
internal sealed class StatementBuilder(int number, int level)
{
    private readonly List<string> expressions = [];
    private readonly List<ColumnKind> kinds = [];

    public int Number => number;

    public int Level => level;

    public SqlWriter Sql { get; } = new();

    public IdSource? Ids { get; init; }

    public bool HasParent { get; init; }

    public List<FieldUse> Uses { get; } = [];

    /// <summary>What is wrong with a request though no statement needs to know: a cursor that nobody looks behind.</summary>
    public List<Action<ReadRequest>> Checks { get; } = [];

    /// <summary>Gives the text, once all columns are known.</summary>
    public Func<string, string> Text { get; set; } = columns => $"SELECT {columns}";

    /// <summary>The place of a column; the same expression is selected once.</summary>
    public int Column(string expression, ColumnKind kind)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions[i] == expression && kinds[i] == kind)
                return i;
        }

        return Next(expression, kind);
    }

    /// <summary>The place of a column behind the last one.</summary>
    public int Next(string expression, ColumnKind kind)
    {
        expressions.Add(expression);
        kinds.Add(kind);
        return expressions.Count - 1;
    }

    /// <summary>What is selected, in order.</summary>
    public IReadOnlyList<string> Expressions => expressions;

    public Statement Build() =>
        new(
            number,
            level,
            Text(string.Join(", ", expressions)),
            Sql.Parameters,
            kinds,
            Ids,
            HasParent,
            Sql.IsSearch,
            Uses,
            Checks
        );
}
