using System.Collections;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A statement that was made once by EF Core, and how its rows become what the query gives.</summary>
internal abstract class SqlRead(string sql, IReadOnlyList<SqlArgument> arguments, int cells)
{
    private int[]? ordinals;

    public string Sql => sql;

    protected IReadOnlyList<SqlArgument> Arguments => arguments;

    protected int Cells => cells;

    /// <summary>Whether something is searched for: such a statement is planned for the words of the day.</summary>
    public bool IsSearch { get; } = arguments.Any(argument => argument.IsSearch);

    /// <param name="offices">Those of which everything is seen.</param>
    public NpgsqlBatchCommand Command(IReadOnlyList<object?> values, IReadOnlyList<string> offices)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.Add(argument.Bind(values, offices));
        return command;
    }

    /// <summary>The rows of the reader's present result.</summary>
    /// <returns>Null where the rows do not have what was asked for under its name.</returns>
    public async ValueTask<IList?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        (ordinals ??= Ordinals(reader)) is { } places ? await RowsAsync(reader, places, cancellationToken) : null;

    /// <summary>The same that takes its values from other places; those without a place stay what they are.</summary>
    public abstract SqlRead Taking(Func<int, int?> place);

    protected abstract Task<IList> RowsAsync(
        NpgsqlDataReader reader,
        int[] places,
        CancellationToken cancellationToken
    );

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

/// <summary>One that gives a certain type.</summary>
internal sealed class SqlRead<T>(
    string sql,
    IReadOnlyList<SqlArgument> arguments,
    int cells,
    Func<NpgsqlDataReader, int[], T> build
) : SqlRead(sql, arguments, cells)
{
    public override SqlRead<T> Taking(Func<int, int?> place) =>
        new(Sql, [.. Arguments.Select(argument => argument.At(place))], Cells, build);

    protected override async Task<IList> RowsAsync(
        NpgsqlDataReader reader,
        int[] places,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(build(reader, places));
        return rows;
    }
}

/// <summary>A statement as it is sent.</summary>
internal readonly record struct SqlStatement(SqlRead Read, IReadOnlyList<object?> Values);
