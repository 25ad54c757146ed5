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

    public static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    public static NpgsqlParameter OrNull<T>(T value, NpgsqlDbType type) =>
        new() { Value = value is null ? DBNull.Value : value, NpgsqlDbType = type };
}
