using System.Text;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Decodes the bytes of a text file: UTF-8, UTF-16 (with or without a byte order mark), or Windows-874.</summary>
internal static class TextEncoding
{
    /// <summary>The part of a plan's letters that must be Thai for it to be Windows-874.</summary>
    private const double FewestThai = 0.2;

    /// <summary>The part of the high bytes of UTF-16 that are 0 or, for Thai letters, 0x0E.</summary>
    private const double MostHighBytes = 0.9;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows874 = CodePagesEncodingProvider.Instance.GetEncoding(
        874,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    private static ReadOnlySpan<byte> LittleEndian => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> BigEndian => [0xFE, 0xFF];

    /// <summary>The text without its byte order mark; null if the bytes are in none of these encodings.</summary>
    /// <param name="fewestThai">The part of the letters of a text in Windows-874 that are Thai at least.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, double fewestThai = FewestThai)
    {
        if (bytes.StartsWith(LittleEndian) || IsUtf16(bytes, highByte: 1))
            return With(new UnicodeEncoding(bigEndian: false, true, throwOnInvalidBytes: true), bytes);
        if (bytes.StartsWith(BigEndian) || IsUtf16(bytes, highByte: 0))
            return With(new UnicodeEncoding(bigEndian: true, true, throwOnInvalidBytes: true), bytes);
        return With(Utf8, bytes) ?? (IsDamagedUtf8(bytes) ? null : Thai(bytes, fewestThai));
    }

    private static string? With(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes, int highByte)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return false;
        var high = 0;
        for (var i = highByte; i < bytes.Length; i += 2)
        {
            if (bytes[i] is 0 or 0x0E)
                high++;
        }

        return high >= bytes.Length / 2 * MostHighBytes;
    }

    /// <summary>
    /// Whether Thai letters are stored in three bytes as UTF-8 does, which would be nonsense in Windows-874.
    /// </summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (triples, thai) = (0, 0);
        for (var i = 0; i + 2 < bytes.Length; i++)
        {
            if (bytes[i] >= 0xA1)
                thai++;
            if (bytes[i] == 0xE0 && bytes[i + 1] is 0xB8 or 0xB9 && bytes[i + 2] is >= 0x80 and < 0xC0)
                triples++;
        }

        return triples > 0 && triples * 10 > thai;
    }

    private static string? Thai(ReadOnlySpan<byte> bytes, double fewestThai)
    {
        if (With(Windows874, bytes) is not { } text)
            return null;
        var letters = text.Count(char.IsLetter);
        return letters > 0 && text.Count(letter => letter is >= 'ก' and <= '๎') >= letters * fewestThai ? text : null;
    }
}
