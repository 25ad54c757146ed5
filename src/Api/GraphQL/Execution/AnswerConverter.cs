using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>Inserts the data into a response as they were written.</summary>
internal sealed class AnswerConverter : JsonConverter<JsonBuffer>
{
    public override JsonBuffer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, JsonBuffer value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Written.Span, skipInputValidation: true);
}
