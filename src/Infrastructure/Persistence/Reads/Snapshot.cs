using System.Collections;
using System.Data;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>
/// What a caller sees at one moment: REPEATABLE READ gives every statement the snapshot that is begun with the first. Or what a writing
/// transaction shows that is still under way, and stays so.
/// </summary>
internal sealed class Snapshot(PlanDatabase database, Caller caller, ReadSet reads, PlanDbContext? writer)
    : IAsyncDisposable
{
    private readonly string[] offices = [.. caller.SeenOffices];
    private PlanDbContext? context;
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private bool isLent;

    /// <summary>What ended the snapshot before its time: all that is read after that fails of the same.</summary>
    private ExceptionDispatchInfo? failure;

    /// <summary>Makes queries, and knows what the caller may see.</summary>
    public PlanDbContext Context => context ??= MakeContext();

    /// <summary>The type of the context: what is seen differs.</summary>
    public Type View => writer is null ? PlanDatabase.ViewOf(caller) : Context.GetType();

    /// <summary>The rows of each statement, in one round trip.</summary>
    /// <param name="isLast">Whether nothing is read after it: the snapshot ends with it.</param>
    /// <returns>Null where a statement's rows are not what was expected.</returns>
    public Task<IReadOnlyList<IList>?> ReadAsync(
        IReadOnlyList<SqlStatement> statements,
        bool isLast,
        CancellationToken cancellationToken
    ) => UnlessFailedAsync(() => SendAsync(statements, isLast, cancellationToken));

    /// <summary>The rows of a query that EF Core itself reads here.</summary>
    public Task<List<T>> ReadByEntityFrameworkAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        UnlessFailedAsync(async () =>
        {
            await LendAsync(cancellationToken);
            return await query.ToListAsync(cancellationToken);
        });

    public async ValueTask DisposeAsync()
    {
        if (writer is null)
            await CloseAsync();
        if (context is null || context == writer)
            return;
        context.Reads = null;
        await context.DisposeAsync();
    }

    private async Task<T> UnlessFailedAsync<T>(Func<Task<T>> read)
    {
        failure?.Throw();
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is NpgsqlException or { InnerException: NpgsqlException })
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    private async Task<IReadOnlyList<IList>?> SendAsync(
        IReadOnlyList<SqlStatement> statements,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        var ends = isLast && writer is null;
        // Statements sent together are one transaction already.
        await OpenAsync(begin: !ends, cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (read, values) in statements)
        {
            // What a search finds hangs on its words: it is planned for them.
            if (read.IsSearch)
                batch.BatchCommands.Add(new NpgsqlBatchCommand("SET LOCAL plan_cache_mode = force_custom_plan"));
            batch.BatchCommands.Add(read.Command(values, offices));
            if (writer is null)
                reads.Note(read.Sql);
            await database.TellAsync(read.Sql);
        }

        if (ends && transaction is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        var found = await ReadAsync(batch, statements, cancellationToken);
        if (ends)
            await CloseAsync();
        return found;
    }

    private async Task LendAsync(CancellationToken cancellationToken)
    {
        if (isLent || writer is not null)
            return;
        await OpenAsync(begin: true, cancellationToken);
        Context.Database.SetDbConnection(connection);
        await Context.Database.UseTransactionAsync(transaction, cancellationToken);
        isLent = true;
    }

    private static async Task<IReadOnlyList<IList>?> ReadAsync(
        NpgsqlBatch batch,
        IReadOnlyList<SqlStatement> statements,
        CancellationToken cancellationToken
    )
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new IList[statements.Count];
        for (var i = 0; i < found.Length; i++)
        {
            if (i > 0)
                await reader.NextResultAsync(cancellationToken);
            if (await statements[i].Read.ReadAsync(reader, cancellationToken) is not { } rows)
                return null;
            found[i] = rows;
        }

        return found;
    }

    private async ValueTask OpenAsync(bool begin, CancellationToken cancellationToken)
    {
        if (writer is not null)
        {
            connection ??= (NpgsqlConnection)writer.Database.GetDbConnection();
            transaction ??= (NpgsqlTransaction)writer.Database.CurrentTransaction!.GetDbTransaction();
            return;
        }

        connection ??= await database.OpenReadingAsync(cancellationToken);
        if (begin)
            transaction ??= await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }

    private async ValueTask CloseAsync()
    {
        if (isLent)
        {
            await Context.Database.UseTransactionAsync(null);
            Context.Database.SetDbConnection(null);
            isLent = false;
        }

        if (transaction is not null)
            await transaction.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
        (connection, transaction) = (null, null);
    }

    private PlanDbContext MakeContext()
    {
        if (writer is not null)
            return PlanDatabase.CreateReadContext(caller, writer);
        var made = database.CreateReadContext(caller);
        made.Reads = reads;
        return made;
    }
}
