using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// The data of a response as JSON, in pooled memory that is returned when the response has been sent.
/// </summary>
internal sealed class Answer(JsonBuffer json) : IDisposable
{
    public ReadOnlyMemory<byte> Json => json.Written;

    public void Dispose() => json.Dispose();

    /// <summary>Inserts the data into the response as it is.</summary>
    public sealed class Converter : JsonConverter<Answer>
    {
        public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
