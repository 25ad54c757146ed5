using Npgsql;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>
/// One result column of a statement. Values are stored in an array by column, so that nothing is allocated per row.
/// </summary>
internal abstract class Column
{
    private bool[] nulls = [];

    public int Count { get; private set; }

    public bool IsNull(int row) => row < nulls.Length && nulls[row];

    public void Add(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            if (nulls.Length <= Count)
                Array.Resize(ref nulls, Math.Max(16, (Count + 1) * 2));
            nulls[Count] = true;
            Skip(Count);
        }
        else
        {
            Read(reader, ordinal, Count);
        }

        Count++;
    }

    /// <summary>Writes a value that is not null.</summary>
    public abstract void Write(JsonBuffer json, int row);

    /// <summary>The boxed value, or null.</summary>
    public abstract object? Value(int row);

    protected abstract void Read(NpgsqlDataReader reader, int ordinal, int row);

    protected abstract void Skip(int row);
}

internal sealed class Column<T>(Action<JsonBuffer, T> write) : Column
{
    private T[] values = new T[16];

    public T this[int row] => values[row];

    public override void Write(JsonBuffer json, int row) => write(json, values[row]);

    public override object? Value(int row) => IsNull(row) ? null : values[row];

    protected override void Read(NpgsqlDataReader reader, int ordinal, int row)
    {
        Skip(row);
        values[row] = reader.GetFieldValue<T>(ordinal);
    }

    protected override void Skip(int row)
    {
        if (row >= values.Length)
            Array.Resize(ref values, values.Length * 2);
    }
}

/// <summary>The types of result columns.</summary>
internal enum ColumnKind
{
    Text,
    Int,
    Decimal,

    /// <summary>A number that is rounded to two decimals in responses.</summary>
    Rounded,
    Boolean,
    Date,
    Moment,
    Id,
    Texts,
    Dates,
}

internal static class ColumnKinds
{
    public static ColumnKind Of(Type type, bool isList = false) =>
        isList ? (type == typeof(DateOnly) ? ColumnKind.Dates : ColumnKind.Texts)
        : type == typeof(string) || type.IsEnum ? ColumnKind.Text
        : type == typeof(int) ? ColumnKind.Int
        : type == typeof(decimal) ? ColumnKind.Decimal
        : type == typeof(bool) ? ColumnKind.Boolean
        : type == typeof(DateOnly) ? ColumnKind.Date
        : type == typeof(DateTimeOffset) ? ColumnKind.Moment
        : type == typeof(Guid) ? ColumnKind.Id
        : throw new InvalidOperationException($"{type} has no column kind.");

    public static Column Make(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Text => new Column<string>((json, value) => json.Text(value)),
            ColumnKind.Int => new Column<int>((json, value) => json.Number(value)),
            ColumnKind.Decimal => new Column<decimal>((json, value) => json.Number(value)),
            ColumnKind.Rounded => new Column<decimal>(
                (json, value) => json.Number(Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.00m)
            ),
            ColumnKind.Boolean => new Column<bool>((json, value) => json.Boolean(value)),
            ColumnKind.Date => new Column<DateOnly>((json, value) => json.Date(value)),
            ColumnKind.Moment => new Column<DateTimeOffset>((json, value) => json.Moment(value)),
            ColumnKind.Id => new Column<Guid>((json, value) => json.Text(value.ToString())),
            ColumnKind.Texts => new Column<string[]>(
                (json, values) =>
                {
                    json.StartArray();
                    foreach (var value in values)
                        json.Text(value);
                    json.EndArray();
                }
            ),
            _ => new Column<DateOnly[]>(
                (json, values) =>
                {
                    json.StartArray();
                    foreach (var value in values)
                        json.Date(value);
                    json.EndArray();
                }
            ),
        };
}
