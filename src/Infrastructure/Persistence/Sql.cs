using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Statements that are written by hand, and their parameters.</summary>
internal static class Sql
{
    public static NpgsqlBatchCommand Statement(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    /// <summary>Runs a statement in the context's transaction; returns the first value of its result.</summary>
    public static async Task<object?> ScalarAsync(
        this PlanDbContext context,
        string sql,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] parameters
    )
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection());
        batch.BatchCommands.Add(Statement(sql, parameters));
        return await batch.ExecuteScalarAsync(cancellationToken);
    }

    public static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    public static NpgsqlParameter OrNull<T>(T value, NpgsqlDbType type) =>
        new() { Value = value is null ? DBNull.Value : value, NpgsqlDbType = type };
}
