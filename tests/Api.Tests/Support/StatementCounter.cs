using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Notes every statement that is sent to the database, and can run something before one.</summary>
public sealed class StatementCounter : DbCommandInterceptor, IStatementWatch
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
        await SendingAsync(command.CommandText);
        return result;
    }

    public async ValueTask SendingAsync(string sql)
    {
        statements.Enqueue(sql);
        if (BeforeStatement is { } run)
            await run(statements.Count);
    }
}
