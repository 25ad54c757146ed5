using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>A statement under construction. Selected fields add columns and joins to it.</summary>
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

    /// <summary>
    /// Checks of a request's values that binding the parameters does not cover, such as an unused cursor.
    /// </summary>
    public List<Action<ReadRequest>> Checks { get; } = [];

    /// <summary>Makes the text when all columns are known.</summary>
    public Func<string, string> Text { get; set; } = columns => $"SELECT {columns}";

    /// <summary>The index of a column. The same expression is selected only once.</summary>
    public int Column(string expression, ColumnKind kind)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions[i] == expression && kinds[i] == kind)
                return i;
        }

        return Next(expression, kind);
    }

    /// <summary>Adds a column and returns its index.</summary>
    public int Next(string expression, ColumnKind kind)
    {
        expressions.Add(expression);
        kinds.Add(kind);
        return expressions.Count - 1;
    }

    /// <summary>The selected expressions, in order.</summary>
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
            Sql.IsPlannedForValues,
            Uses,
            Checks
        );
}
