using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// The data of a response as JSON, in pooled memory that is returned when the response has been sent.
/// </summary>
internal sealed class Answer(JsonBuffer json) : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Before = "{\"data\":"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> After = "}"u8.ToArray();

    public ReadOnlySpan<byte> Json => json.Written.Span;

    /// <summary>Sends the data as the whole response.</summary>
    public async Task SendAsync(HttpResponse response)
    {
        var cancelled = response.HttpContext.RequestAborted;
        response.ContentLength = Before.Length + json.Length + After.Length;
        await response.BodyWriter.WriteAsync(Before, cancelled);
        await response.BodyWriter.WriteAsync(json.Written, cancelled);
        await response.BodyWriter.WriteAsync(After, cancelled);
    }

    public void Dispose() => json.Dispose();

    /// <summary>Inserts the data into the response as it is.</summary>
    public sealed class Converter : JsonConverter<Answer>
    {
        public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
