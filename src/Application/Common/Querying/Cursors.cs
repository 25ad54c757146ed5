using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// Cursors contain the key values of a row. They are encrypted, since a value may be a person's name, and
/// authenticated, so that a modified cursor and one of another list or order are refused. They contain no position, so
/// they survive inserts and deletions. The nonce is derived from the plaintext, so the same row always has the same
/// cursor.
/// </summary>
public sealed class Cursors
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] nonceKey;
    private readonly byte[] contentKey;

    /// <param name="key">The secret that both keys are derived from.</param>
    public Cursors(ReadOnlyMemory<byte> key) =>
        (nonceKey, contentKey) = (HMACSHA256.HashData(key.Span, "nonce"u8), HMACSHA256.HashData(key.Span, "content"u8));

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="list">The name of the list's model.</param>
    /// <param name="keyNames">The names of the sort keys and their directions.</param>
    public string Write(string list, IReadOnlyList<string> keyNames, IReadOnlyList<object?> values)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(values.Select(Text), Compact);
        var place = Place(list, keyNames);
        byte[] placed = [.. place, .. content];
        var nonce = HMACSHA256.HashData(nonceKey, placed)[..NonceLength];
        var encrypted = new byte[content.Length];
        var tag = new byte[TagLength];
        using var cipher = new AesGcm(contentKey, TagLength);
        cipher.Encrypt(nonce, content, encrypted, tag, place);
        return Base64Url.EncodeToString([.. nonce, .. tag, .. encrypted]);
    }

    /// <summary>
    /// Decrypts the key values of a cursor into the types of the keys; throws if the cursor is not valid here.
    /// </summary>
    public IReadOnlyList<object?> Read(
        string cursor,
        string argument,
        string list,
        IReadOnlyList<(string Name, Type Type)> keys
    )
    {
        if (cursor.Length > 32_768 || !Base64Url.IsValid(cursor))
            throw Refused(argument);
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= NonceLength + TagLength)
            throw Refused(argument);
        var content = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            using var cipher = new AesGcm(contentKey, TagLength);
            cipher.Decrypt(
                bytes.AsSpan(0, NonceLength),
                bytes.AsSpan(NonceLength + TagLength),
                bytes.AsSpan(NonceLength, TagLength),
                content,
                Place(list, [.. keys.Select(one => one.Name)])
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Refused(argument);
        }

        var texts = JsonSerializer.Deserialize<string?[]>(content)!;
        return [.. texts.Zip(keys, (text, one) => Value(text, one.Type))];
    }

    private static QueryRefusedException Refused(string argument) =>
        new("INVALID_CURSOR", argument, "the cursor belongs to another list or order, or was modified.");

    private static byte[] Place(string list, IReadOnlyList<string> keyNames) =>
        Encoding.UTF8.GetBytes($"{list}|{string.Join('|', keyNames)}|");

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
            _ when target.IsEnum => Enum.Parse(target, text),
            _ => Convert.ChangeType(text, target, CultureInfo.InvariantCulture),
        };
    }
}
