using TeacherDevPlan.Infrastructure.Persistence.Versions;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Running;

/// <summary>The statements of an operation, by the round trips that they go in.</summary>
public sealed class CompiledReads
{
    internal CompiledReads(IReadOnlyList<Statement> statements)
    {
        Statements = statements;
        Levels =
        [
            .. statements
                .GroupBy(statement => statement.Level)
                .OrderBy(level => level.Key)
                .Select(level => level.ToArray()),
        ];
        Topics = statements.Aggregate(DataTopics.None, (topics, one) => topics | TopicMap.OfStatement(one.Sql));
        Characters = statements.Sum(statement => statement.Sql.Length);
    }

    public static CompiledReads Of(ReadCompiler compiler) => new(compiler.Statements);

    internal IReadOnlyList<Statement> Statements { get; }

    public bool IsEmpty => Statements.Count == 0;

    internal IReadOnlyList<Statement[]> Levels { get; }

    /// <summary>What the answer is made of: as long as none of it changes, neither does the answer.</summary>
    public DataTopics Topics { get; }

    /// <summary>How much text it is, for limits on what is remembered.</summary>
    public int Characters { get; }

    /// <summary>The text of each statement, for tests and for who wants to see it.</summary>
    public IEnumerable<string> Texts => Statements.Select(statement => statement.Sql);
}
