using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>
/// Writes JSON to pooled memory. The buffer can be reset to an earlier length: a null in a non-null field makes the
/// object around it null, which may have been written in part.
/// </summary>
/// <param name="mostBytes">The maximum length, beyond which writing throws <see cref="AnswerTooLargeException"/>.</param>
public sealed class JsonBuffer(int mostBytes) : IDisposable
{
    private const int FirstSize = 16 * 1024;

    /// <summary>Characters that must be escaped in JSON.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\" + string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code))
    );

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>Discards everything after this length.</summary>
    public void Reset(int length) => Length = length;

    public void StartObject() => Open((byte)'{');

    public void EndObject() => Put((byte)'}');

    public void StartArray() => Open((byte)'[');

    public void EndArray() => Put((byte)']');

    /// <summary>Writes the name of a member with its colon.</summary>
    /// <param name="name">A GraphQL name: ASCII letters, digits and underscores, so nothing is escaped.</param>
    public void Name(string name)
    {
        Comma();
        var space = Space(name.Length + 3);
        space[0] = (byte)'"';
        Ascii.FromUtf16(name, space[1..], out var written);
        space[written + 1] = (byte)'"';
        space[written + 2] = (byte)':';
        Length += written + 3;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(int value)
    {
        Comma();
        Formatted(value, 11, "");
    }

    /// <summary>Keeps the decimals of the value: 5000.00.</summary>
    public void Number(decimal value)
    {
        Comma();
        Formatted(value, 32, "");
    }

    public void Date(DateOnly value) => Quoted(value, 10, "yyyy-MM-dd");

    /// <summary>Writes a timestamp in UTC with microseconds.</summary>
    public void Moment(DateTimeOffset value) => Quoted(value.UtcDateTime, 32, "yyyy-MM-ddTHH:mm:ss.FFFFFFZ");

    public void Text(string value)
    {
        Comma();
        Put((byte)'"');
        var rest = value.AsSpan();
        while (rest.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Plain(rest[..at]);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Plain(rest);
        Put((byte)'"');
    }

    /// <summary>Writes complete JSON.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        Comma();
        json.CopyTo(Space(json.Length));
        Length += json.Length;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Utf8.FromUtf16(text, Space(most), out _, out var written);
        Length += written;
    }

    private void Escape(char character)
    {
        Put((byte)'\\');
        switch (character)
        {
            case '"' or '\\':
                Put((byte)character);
                break;
            case '\n':
                Put((byte)'n');
                break;
            case '\r':
                Put((byte)'r');
                break;
            case '\t':
                Put((byte)'t');
                break;
            default:
                Put((byte)'u');
                Utf8Formatter.TryFormat((uint)character, Space(4), out var length, new StandardFormat('x', 4));
                Length += length;
                break;
        }
    }

    private void Quoted<T>(T value, int mostBytes, string format)
        where T : IUtf8SpanFormattable
    {
        Comma();
        Put((byte)'"');
        Formatted(value, mostBytes, format);
        Put((byte)'"');
    }

    private void Formatted<T>(T value, int mostBytes, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Space(mostBytes), out var length, format, CultureInfo.InvariantCulture);
        Length += length;
    }

    private void Open(byte bracket)
    {
        Comma();
        Put(bracket);
    }

    /// <summary>Writes a comma unless the last byte shows that none is needed.</summary>
    private void Comma()
    {
        if (Length > 0 && bytes[Length - 1] is not ((byte)'{' or (byte)'[' or (byte)':'))
            Put((byte)',');
    }

    private void Put(byte one)
    {
        Space(1)[0] = one;
        Length++;
    }

    private Span<byte> Space(int needed)
    {
        if (needed > mostBytes - Length)
            throw new AnswerTooLargeException($"{mostBytes} bytes");
        if (bytes.Length - Length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + needed));
            bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}
