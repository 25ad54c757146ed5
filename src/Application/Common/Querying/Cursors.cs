using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// Cursors: the key values of a row, sealed so that one that was tampered with, or that belongs to another list or order,
/// is refused. They hold no place in a list, so they survive inserts and deletions.
/// </summary>
public sealed class Cursors(ReadOnlyMemory<byte> key)
{
    private const int SealLength = 12;
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Write(string list, IReadOnlyList<SortKey> keys, IEnumerable<object?> values)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(values.Select(Text), Compact);
        return Base64Url.EncodeToString([.. Seal(list, keys, content), .. content]);
    }

    public IReadOnlyList<object?> Read(string cursor, string argument, string list, IReadOnlyList<SortKey> keys)
    {
        if (cursor.Length > 32_768 || !Base64Url.IsValid(cursor))
            throw Refused(argument);
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= SealLength)
            throw Refused(argument);
        var content = bytes.AsSpan(SealLength);
        if (!CryptographicOperations.FixedTimeEquals(Seal(list, keys, content), bytes.AsSpan(0, SealLength)))
            throw Refused(argument);
        var texts = JsonSerializer.Deserialize<string?[]>(content)!;
        return [.. texts.Zip(keys, (text, sortKey) => Value(text, sortKey.Value.Body.Type))];
    }

    private static QueryRefusedException Refused(string argument) =>
        new("INVALID_CURSOR", argument, "the cursor was not made by this list in this order, or was changed.");

    private byte[] Seal(string list, IReadOnlyList<SortKey> keys, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Span);
        hash.AppendData(Encoding.UTF8.GetBytes($"{list}|{string.Join('|', keys.Select(sortKey => sortKey.Name))}|"));
        hash.AppendData(content);
        return hash.GetHashAndReset()[..SealLength];
    }

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            DateOnly or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static object? Value(string? text, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return text switch
        {
            null => null,
            _ when target == typeof(string) => text,
            _ when target == typeof(Guid) => Guid.Parse(text),
            _ when target == typeof(DateOnly) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
            _ when target == typeof(DateTimeOffset) => DateTimeOffset.ParseExact(
                text,
                "O",
                CultureInfo.InvariantCulture
            ),
            _ => Convert.ChangeType(text, target, CultureInfo.InvariantCulture),
        };
    }
}
