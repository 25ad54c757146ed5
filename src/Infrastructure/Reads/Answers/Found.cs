using Npgsql;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>The result of a statement: its columns, and the range of rows of each parent.</summary>
internal sealed class Found
{
    private readonly Column[] columns;
    private readonly Dictionary<Guid, Range>? ranges;

    private Found(Column[] columns, int count, Dictionary<Guid, Range>? ranges) =>
        (this.columns, Count, this.ranges) = (columns, count, ranges);

    public int Count { get; }

    public Column this[int column] => columns[column];

    public T Value<T>(int column, int row) => ((Column<T>)columns[column])[row];

    /// <summary>The range of a parent's rows, in order.</summary>
    public Range Of(Guid parent) => ranges!.GetValueOrDefault(parent, 0..0);

    public static Found None(IReadOnlyList<ColumnKind> kinds, bool hasParent) =>
        new([.. kinds.Select(ColumnKinds.Make)], 0, hasParent ? [] : null);

    /// <param name="hasParent">Whether the first column is the parent's id. The rows of a parent must be
    /// adjacent.</param>
    public static async Task<Found> ReadAsync(
        NpgsqlDataReader reader,
        IReadOnlyList<ColumnKind> kinds,
        bool hasParent,
        CancellationToken cancellationToken
    )
    {
        Column[] columns = [.. kinds.Select(ColumnKinds.Make)];
        var count = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i].Add(reader, i);
            count++;
        }

        return new Found(columns, count, hasParent ? Ranges((Column<Guid>)columns[0], count) : null);
    }

    private static Dictionary<Guid, Range> Ranges(Column<Guid> parents, int count)
    {
        var ranges = new Dictionary<Guid, Range>();
        var start = 0;
        for (var row = 1; row <= count; row++)
        {
            if (row < count && parents[row] == parents[start])
                continue;
            ranges.Add(parents[start], start..row);
            start = row;
        }

        return ranges;
    }
}
