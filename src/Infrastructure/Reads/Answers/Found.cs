using Npgsql;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>The result of a statement: its columns, and the range of rows of each parent.</summary>
/// <param name="hasParent">Whether the first column is the parent's id. The rows of a parent must be adjacent.</param>
internal sealed class Found(IReadOnlyList<ColumnKind> kinds, bool hasParent)
{
    private readonly Column[] columns = [.. kinds.Select(kind => kind.Make())];
    private readonly Dictionary<Guid, Range> ranges = [];

    public int Count { get; private set; }

    public Column this[int column] => columns[column];

    public T Value<T>(int column, int row) => ((Column<T>)columns[column])[row];

    /// <summary>The range of a parent's rows, in order.</summary>
    public Range Of(Guid parent) => ranges.GetValueOrDefault(parent, 0..0);

    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i].Add(reader, i);
            Count++;
        }

        var start = 0;
        for (var row = 1; hasParent && row <= Count; row++)
        {
            var parent = Value<Guid>(0, start);
            if (row < Count && Value<Guid>(0, row) == parent)
                continue;
            ranges.Add(parent, start..row);
            start = row;
        }
    }
}

/// <summary>A row of a statement's result.</summary>
internal readonly record struct RowAt(Found Rows, int Index)
{
    public bool IsNull(int column) => Rows[column].IsNull(Index);

    public T Value<T>(int column) => Rows.Value<T>(column, Index);
}

/// <summary>Rows that follow each other in a statement's result.</summary>
/// <param name="IsReversed">Whether they were read in the reverse order.</param>
/// <param name="HasMore">Whether the list has more rows than these.</param>
internal readonly record struct RowSpan(Found Rows, int Start, int Count, bool IsReversed, bool HasMore)
{
    /// <summary>A row by its position in the list's order.</summary>
    public RowAt this[int place] => new(Rows, IsReversed ? Start + Count - 1 - place : Start + place);
}

/// <summary>The rows that a statement found for a row of another one.</summary>
/// <param name="Statement">The number of the statement.</param>
/// <param name="Key">The column with the id that the rows have as their parent's; -1 for a root, to which all rows
/// belong.</param>
internal sealed record ChildRows(int Statement, int Key)
{
    /// <summary>The size of a page. One row more is read, to find out whether there are more.</summary>
    public int Size { get; init; } = int.MaxValue;

    /// <summary>Whether a page is taken from the end, and so read in reverse.</summary>
    public bool IsBackwards { get; init; }

    public RowSpan Of(AnswerWriter to, RowAt row)
    {
        var found = to.Found[Statement];
        var range =
            Key < 0 ? 0..found.Count
            : row.IsNull(Key) ? 0..0
            : found.Of(row.Value<Guid>(Key));
        var count = range.End.Value - range.Start.Value;
        return new RowSpan(found, range.Start.Value, Math.Min(count, Size), IsBackwards, count > Size);
    }
}
