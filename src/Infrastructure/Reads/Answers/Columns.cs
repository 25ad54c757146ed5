using Npgsql;
using NpgsqlTypes;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>
/// One result column of a statement. Values are stored in a list by column, so that nothing is allocated per row.
/// </summary>
internal abstract class Column
{
    public abstract void Add(NpgsqlDataReader reader, int ordinal);

    public abstract bool IsNull(int row);

    /// <summary>Writes a value that is not null.</summary>
    public abstract void Write(JsonBuffer json, int row);

    /// <summary>The boxed value, or null.</summary>
    public abstract object? Value(int row);
}

internal sealed class Column<T>(Action<JsonBuffer, T> write) : Column
{
    private readonly List<T> values = [];
    private readonly List<bool> nulls = [];

    public T this[int row] => values[row];

    public override void Add(NpgsqlDataReader reader, int ordinal)
    {
        var isNull = reader.IsDBNull(ordinal);
        nulls.Add(isNull);
        values.Add(isNull ? default! : reader.GetFieldValue<T>(ordinal));
    }

    public override bool IsNull(int row) => nulls[row];

    public override void Write(JsonBuffer json, int row) => write(json, values[row]);

    public override object? Value(int row) => nulls[row] ? null : values[row];
}

/// <summary>A type of values: how a parameter of it is sent, and how a result column of it is stored and written.</summary>
internal sealed class ColumnKind
{
    public static readonly ColumnKind Text = Of<string>(NpgsqlDbType.Text, (json, value) => json.Text(value));
    public static readonly ColumnKind Int = Of<int>(NpgsqlDbType.Integer, (json, value) => json.Number(value));
    public static readonly ColumnKind Decimal = Of<decimal>(NpgsqlDbType.Numeric, (json, value) => json.Number(value));
    public static readonly ColumnKind Boolean = Of<bool>(NpgsqlDbType.Boolean, (json, value) => json.Boolean(value));
    public static readonly ColumnKind Date = Of<DateOnly>(NpgsqlDbType.Date, (json, value) => json.Date(value));
    public static readonly ColumnKind Id = Of<Guid>(NpgsqlDbType.Uuid, (json, value) => json.Text(value.ToString()));
    public static readonly ColumnKind Moment = Of<DateTimeOffset>(
        NpgsqlDbType.TimestampTz,
        (json, value) => json.Moment(value)
    );

    /// <summary>A number that is rounded to two decimals in responses.</summary>
    public static readonly ColumnKind Rounded = Of<decimal>(
        NpgsqlDbType.Numeric,
        (json, value) => json.Number(Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.00m)
    );

    private static readonly ColumnKind Texts = OfList<string>(NpgsqlDbType.Text, (json, value) => json.Text(value));
    private static readonly ColumnKind Dates = OfList<DateOnly>(NpgsqlDbType.Date, (json, value) => json.Date(value));

    private static readonly Dictionary<Type, ColumnKind> Kinds = new()
    {
        [typeof(string)] = Text,
        [typeof(int)] = Int,
        [typeof(decimal)] = Decimal,
        [typeof(bool)] = Boolean,
        [typeof(DateOnly)] = Date,
        [typeof(Guid)] = Id,
        [typeof(DateTimeOffset)] = Moment,
        [typeof(string[])] = Texts,
        [typeof(DateOnly[])] = Dates,
    };

    private ColumnKind(NpgsqlDbType type, Func<Column> make) => (DbType, Make) = (type, make);

    public NpgsqlDbType DbType { get; }

    /// <summary>Makes an empty column.</summary>
    public Func<Column> Make { get; }

    /// <summary>The kind of values of a C# type. Enums are stored as texts.</summary>
    public static ColumnKind Of(Type type) =>
        Kinds.GetValueOrDefault(type.IsEnum ? typeof(string) : type)
        ?? throw new InvalidOperationException($"{type} has no column kind.");

    /// <summary>The kind of lists of values of a C# type.</summary>
    public static ColumnKind OfList(Type item) => Of((item.IsEnum ? typeof(string) : item).MakeArrayType());

    private static ColumnKind Of<T>(NpgsqlDbType type, Action<JsonBuffer, T> write) =>
        new(type, () => new Column<T>(write));

    private static ColumnKind OfList<T>(NpgsqlDbType type, Action<JsonBuffer, T> write) =>
        Of<T[]>(
            NpgsqlDbType.Array | type,
            (json, values) =>
            {
                json.StartArray();
                foreach (var value in values)
                    write(json, value);
                json.EndArray();
            }
        );
}
