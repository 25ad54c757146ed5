using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// What one operation has read, by its statements: as long as that has not changed, the same operation runs the same statements and
/// gives the same answer. <b>Whatever sends a statement of a query to the database tells it here</b>; contexts that are given this set
/// (<see cref="PlanDbContext.Reads"/>) do.
/// </summary>
public sealed class ReadSet
{
    private static readonly ConditionalWeakTable<string, object> KnownStatements = [];

    /// <summary>Whether anybody wants to know.</summary>
    public bool IsKept { get; set; }

    /// <summary>None, where nothing was read.</summary>
    public DataTopics Topics { get; private set; }

    /// <summary>A statement that is sent; its topics are remembered as long as its text is used again.</summary>
    public void Note(string sql)
    {
        if (IsKept)
            Topics |= (DataTopics)KnownStatements.GetValue(sql, text => TopicMap.OfStatement(text));
    }

    /// <summary>The answer hangs on something else besides the data, the request and the day, or its being read must be noticed.</summary>
    public void NoteUnversioned() => Topics |= DataTopics.Unversioned;
}

/// <summary>Tells read sets of the statements that EF Core sends.</summary>
internal sealed class ReadSetInterceptor : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return ValueTask.FromResult(result);
    }

    private static void Note(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is PlanDbContext { Reads: { } reads })
            reads.Note(command.CommandText);
    }
}
