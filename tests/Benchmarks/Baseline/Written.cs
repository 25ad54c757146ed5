using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>Writes and sends the parts that the endpoints have in common.</summary>
internal static class Written
{
    private const int LongestType = 32;

    public static JsonEncodedText Name(string name) =>
        JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    public static readonly JsonEncodedText Data = Name("data");
    public static readonly JsonEncodedText Nodes = Name("nodes");
    public static readonly JsonEncodedText PageInfo = Name("pageInfo");
    public static readonly JsonEncodedText HasNextPage = Name("hasNextPage");
    public static readonly JsonEncodedText EndCursor = Name("endCursor");
    public static readonly JsonEncodedText Id = Name("id");
    public static readonly JsonEncodedText Number = Name("number");
    public static readonly JsonEncodedText Label = Name("name");
    public static readonly JsonEncodedText Unit = Name("unit");
    public static readonly JsonEncodedText Status = Name("status");
    public static readonly JsonEncodedText StatedBudget = Name("statedBudget");
    public static readonly JsonEncodedText Budget = Name("budget");
    public static readonly JsonEncodedText Planned = Name("planned");
    public static readonly JsonEncodedText Disbursed = Name("disbursed");
    public static readonly JsonEncodedText Available = Name("available");

    /// <summary>
    /// Writes a node id: the type with a colon ("Project:"u8) and the bytes of the id, in base 64 for URLs.
    /// </summary>
    public static void WriteId(this Utf8JsonWriter json, ReadOnlySpan<byte> type, Guid id)
    {
        Span<byte> bytes = stackalloc byte[LongestType + 16];
        type.CopyTo(bytes);
        id.TryWriteBytes(bytes[type.Length..], bigEndian: true, out _);
        Span<byte> text = stackalloc byte[2 * (LongestType + 16)];
        var length = Base64Url.EncodeToUtf8(bytes[..(type.Length + 16)], text);
        json.WriteString(Id, text[..length]);
    }

    /// <summary>Writes a text column, as the bytes that the database sends.</summary>
    public static void WriteText(this Utf8JsonWriter json, JsonEncodedText name, NpgsqlDataReader reader, int column) =>
        json.WriteString(name, reader.GetFieldValue<byte[]>(column));

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql) => new(sql, connection);

    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }
}
