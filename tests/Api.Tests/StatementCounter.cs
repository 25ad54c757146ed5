using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Notes every statement that is sent to the database, and can run something before one.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> statements = new();

    public IReadOnlyList<string> Seen => [.. statements];

    public Func<int, Task>? BeforeStatement { get; set; }

    public void Reset()
    {
        statements.Clear();
        BeforeStatement = null;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        statements.Enqueue(command.CommandText);
        if (BeforeStatement is { } run)
            await run(statements.Count);
        return result;
    }
}
