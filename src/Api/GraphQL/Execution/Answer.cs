using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>The data of an answer as JSON, in memory that is given back when the answer is sent.</summary>
internal sealed class Answer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 16 * 1024;

    private static readonly ReadOnlyMemory<byte> Before = "{\"data\":"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> After = "}"u8.ToArray();

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int length;

    public ReadOnlySpan<byte> Json => buffer.AsSpan(0, length);

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length - length < Math.Max(sizeHint, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + sizeHint));
            Json.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Sends it as the whole answer.</summary>
    public async Task SendAsync(HttpResponse response)
    {
        var cancelled = response.HttpContext.RequestAborted;
        response.ContentLength = Before.Length + length + After.Length;
        await response.BodyWriter.WriteAsync(Before, cancelled);
        await response.BodyWriter.WriteAsync(buffer.AsMemory(0, length), cancelled);
        await response.BodyWriter.WriteAsync(After, cancelled);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    /// <summary>Puts it into the answer as it is.</summary>
    public sealed class Converter : JsonConverter<Answer>
    {
        public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
