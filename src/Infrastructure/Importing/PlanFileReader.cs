using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json;
using NJsonSchema;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace TeacherDevPlan.Infrastructure.Importing;

/// <summary>Reads the JSON plan file: strict JSON in UTF-8, then its schema, then its rules.</summary>
internal sealed class PlanFileReader : IPlanFileReader
{
    private static readonly Lazy<JsonSchema> Schema = new(LoadSchema);

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    public Result<PlanFile> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            var text = StrictUtf8.GetString(content.Span).TrimStart('\uFEFF');
            using (
                JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 })
            )
            {
                // Only to refuse what is not strict JSON, before the schema's own reader, which is lenient.
            }

            var breaches = SchemaFaults.Of(Schema.Value.Validate(text));
            if (breaches.Count > 0)
                return new PlanFileRefused(breaches);

            var file = JsonSerializer.Deserialize<PlanFile>(text, Options)!;
            var faults = PlanFileRules.Check(file);
            return faults.Count > 0 ? new PlanFileRefused(faults) : file;
        }
        catch (Exception exception) when (exception is JsonException or JsonReaderException or DecoderFallbackException)
        {
            return new PlanFileRefused([NotReadable(exception)]);
        }
    }

    private static PlanFault NotReadable(Exception exception) =>
        exception switch
        {
            DecoderFallbackException => new PlanFault("", "is not UTF-8 text."),
            JsonException { Path: { } path } json => new PlanFault(SchemaFaults.Pointer(path), json.Message),
            JsonException json => new PlanFault("", $"is not JSON: {json.Message}"),
            _ => new PlanFault("", "is not JSON."),
        };

    private static JsonSchema LoadSchema()
    {
        using var stream = typeof(PlanFileReader).Assembly.GetManifestResourceStream("plan-file.schema.json")!;
        using var reader = new StreamReader(stream);
        return JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    }
}
