using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Runs comparisons of what is stored: queries that give a name, and whether it holds.</summary>
internal static class Comparisons
{
    /// <summary>Runs them in one snapshot, and without the service's limit of time.</summary>
    public static async Task<IReadOnlyList<ConsistencyCheck>> RunAsync(
        PlanDatabase database,
        IEnumerable<(string Name, string Sql)> comparisons,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.CreateReadContext();
        await using var snapshot = await context.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using (
            var patience = new NpgsqlCommand(
                "SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '256MB'",
                connection
            )
        )
            await patience.ExecuteNonQueryAsync(cancellationToken);
        return await RunAsync(connection, comparisons, cancellationToken);
    }

    /// <summary>Runs them in the transaction of a connection.</summary>
    public static async Task<IReadOnlyList<ConsistencyCheck>> RunAsync(
        NpgsqlConnection connection,
        IEnumerable<(string Name, string Sql)> comparisons,
        CancellationToken cancellationToken
    )
    {
        var results = new List<ConsistencyCheck>();
        foreach (var (name, sql) in comparisons)
            results.Add(await RunAsync(connection, name, sql, cancellationToken));
        return results;
    }

    private static async Task<ConsistencyCheck> RunAsync(
        NpgsqlConnection connection,
        string name,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT count(*), count(*) FILTER (WHERE holds IS NOT TRUE),
                coalesce((array_agg(name) FILTER (WHERE holds IS NOT TRUE))[1:5], ARRAY[]::text[])
            FROM ({sql}) compared
            """,
            connection
        );
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ConsistencyCheck(name, reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<string[]>(2));
    }
}
