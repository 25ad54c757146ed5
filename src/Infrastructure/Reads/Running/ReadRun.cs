using System.Data;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Connections;
using TeacherDevPlan.Infrastructure.Persistence.Versions;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Running;

/// <summary>One execution of the statements of an operation.</summary>
/// <param name="watch">Where the versions of the data that were read are recorded; null during a dry run.</param>
internal sealed class ReadRun(
    PlanDatabase database,
    CompiledReads reads,
    ReadRequest request,
    IReadOnlyList<Guid[]> handedIn,
    AnswerWriter to,
    ReadSet? watch
)
{
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    /// <summary>What the next batch begins with; null if the connection has the settings, or has begun.</summary>
    private string? begin;

    public async Task AllAsync(NpgsqlConnection? given, NpgsqlTransaction? within, CancellationToken cancellationToken)
    {
        (connection, transaction) = (given, within);
        (to.Found, to.StatementFailures) = (new Found[reads.Statements.Count], new Exception?[reads.Statements.Count]);
        try
        {
            for (var level = 0; level < reads.Levels.Count; level++)
                await LevelAsync(level, given is not null, cancellationToken);
        }
        finally
        {
            if (given is null)
                await CloseAsync();
        }
    }

    private async Task LevelAsync(int level, bool isGiven, CancellationToken cancellationToken)
    {
        var bound = new List<(Statement Statement, NpgsqlParameter[] Parameters)>();
        foreach (var statement in reads.Levels[level])
        {
            if (Bind(statement) is { } parameters)
                bound.Add((statement, parameters));
        }

        if (bound.Count == 0)
            return;
        try
        {
            var isOnly =
                level == 0
                && reads.Levels.Count == 1
                && database.BeginReading is null
                && !bound.Exists(one => one.Statement.IsPlannedForValues);
            await OpenAsync(begins: !isOnly && !isGiven, cancellationToken);
            await SendAsync(bound, isLast: level == reads.Levels.Count - 1 && !isGiven && !isOnly, cancellationToken);
        }
        catch (Exception exception) when (Translated(exception) is { } failure)
        {
            // The transaction has failed, so all statements that have not been read yet fail with it.
            for (var i = 0; i < to.Found.Length; i++)
            {
                if (to.Found[i] is null)
                    to.StatementFailures[i] ??= failure;
            }
        }
    }

    /// <returns>Null if there is nothing to read, or if the statement is refused.</returns>
    private NpgsqlParameter[]? Bind(Statement statement)
    {
        if (to.StatementFailures[statement.Number] is not null)
            return null;
        try
        {
            var ids = statement.Ids is null ? null : Ids(statement.Ids);
            if (ids is { Length: 0 })
            {
                to.Found[statement.Number] = new Found(statement.Columns, statement.HasParent);
                return null;
            }

            foreach (var use in statement.Uses)
                to.Access.Use(use.What, use.Rule);
            foreach (var check in statement.Checks)
                check(request);
            return
            [
                .. statement.Parameters.Select(parameter => new NpgsqlParameter
                {
                    NpgsqlDbType = parameter.Type,
                    Value = parameter == StatementParameter.Parents ? ids : parameter.Bind(request) ?? DBNull.Value,
                }),
            ];
        }
        catch (Exception refusal) when (refusal is QueryRefusedException or AccessRefusedException)
        {
            to.StatementFailures[statement.Number] = refusal;
            return null;
        }
    }

    private Guid[] Ids(IdSource source)
    {
        if (source.Statement < 0)
            return handedIn[source.Column];
        if (to.Found[source.Statement] is not { } found)
            return [];
        var ids = new HashSet<Guid>();
        for (var row = 0; row < found.Count; row++)
        {
            if (found[source.Column].IsNull(row))
                continue;
            if (source.TypeColumn < 0 || Equals(found[source.TypeColumn].Value(row), source.Type))
                ids.Add(found.Value<Guid>(source.Column, row));
        }

        return [.. ids];
    }

    private async Task SendAsync(
        List<(Statement Statement, NpgsqlParameter[] Parameters)> bound,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        var results = 0;
        var first = begin;
        begin = null;
        if (first is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(first));
        var readsVersions = watch is { LacksStamps: true };
        if (readsVersions)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(DataVersionSql.Read));
        foreach (var (statement, parameters) in bound)
        {
            if (statement.IsPlannedForValues)
                batch.BatchCommands.Add(new NpgsqlBatchCommand("SET LOCAL plan_cache_mode = force_custom_plan"));
            var command = new NpgsqlBatchCommand(statement.Sql);
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
            if (statement.IsPlannedForValues)
                batch.BatchCommands.Add(new NpgsqlBatchCommand("SET LOCAL plan_cache_mode = force_generic_plan"));
        }

        if (isLast)
            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (first is not null)
            await NextAsync();
        if (readsVersions)
        {
            await NextAsync();
            watch!.Stamps = await DataStamps.ReadAsync(reader, cancellationToken);
        }

        foreach (var (statement, _) in bound)
        {
            await NextAsync();
            var found = new Found(statement.Columns, statement.HasParent);
            await found.ReadAsync(reader, cancellationToken);
            to.Found[statement.Number] = found;
        }

        Task NextAsync() => results++ == 0 ? Task.CompletedTask : reader.NextResultAsync(cancellationToken);
    }

    private async ValueTask OpenAsync(bool begins, CancellationToken cancellationToken)
    {
        if (connection is null)
        {
            connection = await database.OpenReadingAsync(cancellationToken);
            begin = database.BeginReading;
        }

        // Statements in one batch are an implicit transaction.
        if (begins)
            transaction ??= await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }

    private async ValueTask CloseAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
    }

    /// <summary>The exception as the application knows it; null if it is not a database failure.</summary>
    private static Exception? Translated(Exception exception) =>
        exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => new QueryRefusedException(
                "TIMEOUT",
                null,
                "the query took too long; ask for less at once."
            ),
            _ when Outage.Is(exception) => Outage.Unavailable(exception),
            NpgsqlException => exception,
            _ => null,
        };
}
