using Npgsql;
using NpgsqlTypes;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>A table that is filled through PostgreSQL's binary COPY.</summary>
internal interface ICopyTable
{
    string Name { get; }

    /// <summary>Writes one office's rows of the table; returns their number.</summary>
    int Copy(NpgsqlConnection connection, OfficeRows office);
}

/// <summary>The columns and the sources of their values.</summary>
internal sealed class CopyTable<T>(string name, Func<OfficeRows, IReadOnlyList<T>> rows) : ICopyTable
{
    private readonly List<(string Name, Action<NpgsqlBinaryImporter, T> Write)> columns = [];

    public string Name => name;

    public CopyTable<T> Id(string column, Func<T, Guid> value) => Value(column, NpgsqlDbType.Uuid, value);

    public CopyTable<T> Id(string column, Func<T, Guid?> value) => OrNull(column, NpgsqlDbType.Uuid, value);

    public CopyTable<T> Int(string column, Func<T, int> value) => Value(column, NpgsqlDbType.Integer, value);

    public CopyTable<T> Int(string column, Func<T, int?> value) => OrNull(column, NpgsqlDbType.Integer, value);

    public CopyTable<T> Flag(string column, Func<T, bool> value) => Value(column, NpgsqlDbType.Boolean, value);

    public CopyTable<T> Text(string column, Func<T, string?> value) =>
        Column(
            column,
            (copy, row) =>
            {
                if (value(row) is { } text)
                    copy.Write(text, NpgsqlDbType.Text);
                else
                    copy.WriteNull();
            }
        );

    public CopyTable<T> Number(string column, Func<T, decimal?> value) => OrNull(column, NpgsqlDbType.Numeric, value);

    /// <param name="value">In satang.</param>
    public CopyTable<T> Money(string column, Func<T, long> value) =>
        Column(column, (copy, row) => copy.Write(Satang.ToBaht(value(row)), NpgsqlDbType.Numeric));

    public CopyTable<T> Day(string column, Func<T, DateOnly> value) => Value(column, NpgsqlDbType.Date, value);

    public CopyTable<T> Day(string column, Func<T, DateOnly?> value) => OrNull(column, NpgsqlDbType.Date, value);

    /// <param name="value">UTC.</param>
    public CopyTable<T> Moment(string column, Func<T, DateTime> value) =>
        Value(column, NpgsqlDbType.TimestampTz, value);

    /// <param name="value">UTC.</param>
    public CopyTable<T> Moment(string column, Func<T, DateTime?> value) =>
        OrNull(column, NpgsqlDbType.TimestampTz, value);

    public CopyTable<T> List<TItem>(string column, NpgsqlDbType type, Func<T, TItem[]> value) =>
        Value(column, NpgsqlDbType.Array | type, value);

    public int Copy(NpgsqlConnection connection, OfficeRows office)
    {
        var all = rows(office);
        if (all.Count == 0)
            return 0;
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        using var copy = connection.BeginBinaryImport($"COPY {name} ({names}) FROM STDIN (FORMAT BINARY)");
        copy.Timeout = TimeSpan.Zero;
        foreach (var row in all)
        {
            copy.StartRow();
            foreach (var (_, write) in columns)
                write(copy, row);
        }

        copy.Complete();
        return all.Count;
    }

    private CopyTable<T> Value<TValue>(string column, NpgsqlDbType type, Func<T, TValue> value) =>
        Column(column, (copy, row) => copy.Write(value(row), type));

    private CopyTable<T> OrNull<TValue>(string column, NpgsqlDbType type, Func<T, TValue?> value)
        where TValue : struct =>
        Column(
            column,
            (copy, row) =>
            {
                if (value(row) is { } some)
                    copy.Write(some, type);
                else
                    copy.WriteNull();
            }
        );

    private CopyTable<T> Column(string column, Action<NpgsqlBinaryImporter, T> write)
    {
        columns.Add((column, write));
        return this;
    }
}

/// <summary>Money in satang (a hundredth of a baht): sums of millions of values are exact and fast.</summary>
internal static class Satang
{
    public const long PerBaht = 100;

    public static decimal ToBaht(long satang) =>
        new((int)Math.Abs(satang), (int)(Math.Abs(satang) >> 32), 0, satang < 0, 2);
}
