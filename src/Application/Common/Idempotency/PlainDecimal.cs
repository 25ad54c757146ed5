using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>Writes 5000 and 5000.00 identically.</summary>
internal sealed class PlainDecimal : JsonConverter<decimal>
{
    /// <summary>Dividing by it removes trailing zeros.</summary>
    private const decimal One = 1.000000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / One);
}
