using TeacherDevPlan.Infrastructure.Persistence.Versions;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Running;

/// <summary>The statements of an operation, grouped by level: each level is one round trip.</summary>
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
        Bytes = statements.Sum(statement => statement.Bytes);
    }

    public static CompiledReads Of(ReadCompiler compiler) => new(compiler.Statements);

    internal IReadOnlyList<Statement> Statements { get; }

    public bool IsEmpty => Statements.Count == 0;

    internal IReadOnlyList<Statement[]> Levels { get; }

    /// <summary>The topics that the statements read. The response cannot change while none of them changes.</summary>
    public DataTopics Topics { get; }

    /// <summary>The approximate size in memory.</summary>
    public int Bytes { get; }

    /// <summary>The text of each statement, for tests and debugging.</summary>
    public IEnumerable<string> Texts => Statements.Select(statement => statement.Sql);
}
