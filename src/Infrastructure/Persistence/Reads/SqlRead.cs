using System.Data;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A statement that was made once by EF Core, and how its rows become what the query gives.</summary>
internal sealed class SqlRead<T>(
    string sql,
    IReadOnlyList<SqlArgument> arguments,
    int cells,
    Func<NpgsqlDataReader, int[], T> build
)
{
    private int[]? ordinals;

    public NpgsqlCommand Command(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        IReadOnlyList<object?> values,
        PlanDbContext context
    )
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var argument in arguments)
            command.Parameters.Add(argument.Bind(values, context));
        return command;
    }

    /// <returns>Null where the rows do not have what was asked for under its name.</returns>
    public async Task<List<T>?> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        ordinals ??= Ordinals(reader);
        if (ordinals is not { } places)
            return null;
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(build(reader, places));
        return rows;
    }

    private int[]? Ordinals(NpgsqlDataReader reader)
    {
        var places = Enumerable.Repeat(-1, cells).ToArray();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (SqlReads.IndexOf(reader.GetName(i), 'C') is { } cell && cell < cells)
                places[cell] = i;
        }
        return places.Contains(-1) ? null : places;
    }
}
