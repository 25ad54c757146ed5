using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using NJsonSchema;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Forms.Rtf;
using TeacherDevPlan.Infrastructure.Importing.Json;
using TeacherDevPlan.Infrastructure.Importing.Text;
using JsonException = System.Text.Json.JsonException;

namespace TeacherDevPlan.Infrastructure.Importing;

/// <summary>Reads a JSON plan file: parses strict JSON in UTF-8, then validates its schema and its rules.</summary>
internal sealed class PlanFileReader : IPlanFileReader, IPlanFileWriter
{
    private static readonly Lazy<JsonSchema> Schema = new(LoadSchema);

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public Result<PlanFileText> Open(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        IsJson(content.Span) ? OpenJson(content) : PlanDocumentReader.Open(content, cancellationToken);

    public byte[] Write(PlanFile file) => PlanFileJson.Write(file);

    /// <summary>
    /// A JSON plan file begins with a brace; everything else is a document. Rich text begins with a brace and "\rtf".
    /// </summary>
    private static bool IsJson(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        return (content.StartsWith(bom) ? content[3..] : content).TrimStart(" \t\r\n"u8).StartsWith("{"u8)
            && !RtfForm.Begins(content);
    }

    private static Result<PlanFileText> OpenJson(ReadOnlyMemory<byte> content)
    {
        try
        {
            var text = StrictUtf8.GetString(content.Span).TrimStart('\uFEFF');
            // Also refuses what is not strict JSON, because the schema library's own reader is lenient.
            using var json = JsonDocument.Parse(text, Strict);
            return OfficeCode(json.RootElement).Then(code => new PlanFileText(code, token => ReadJson(text, token)));
        }
        catch (Exception exception) when (IsNotReadable(exception))
        {
            return new PlanFileRefused([NotReadable(exception)]);
        }
    }

    private static Result<string> OfficeCode(JsonElement root)
    {
        var form = Schema.Value.Definitions["office"].Properties["code"].Pattern!;
        if (
            !root.TryGetProperty("office", out var office)
            || office.ValueKind != JsonValueKind.Object
            || !office.TryGetProperty("code", out var code)
        )
            return new PlanFileRefused([new PlanFault("/office/code", SchemaFaults.Missing)]);
        if (code.ValueKind != JsonValueKind.String || !Regex.IsMatch(code.GetString()!, form))
            return new PlanFileRefused([new PlanFault("/office/code", SchemaFaults.NotOfForm(form))]);
        return code.GetString()!;
    }

    private static Result<PlanFile> ReadJson(string text, CancellationToken cancellationToken)
    {
        try
        {
            var breaches = SchemaFaults.Find(text, Schema.Value, cancellationToken);
            var file = Deserialize(text, breaches.Count > 0);
            IReadOnlyList<PlanFault> faults = file is null
                ? breaches
                : [.. breaches, .. PlanFileRules.Check(file, cancellationToken)];
            return faults.Count > 0 ? new PlanFileRefused([.. faults.Take(PlanFileRefused.MostCounted)]) : file!;
        }
        catch (Exception exception) when (IsNotReadable(exception))
        {
            return new PlanFileRefused([NotReadable(exception)]);
        }
    }

    private static bool IsNotReadable(Exception exception) =>
        exception is JsonException or JsonReaderException or DecoderFallbackException;

    /// <summary>The file; null if it violates its schema so badly that it cannot be read.</summary>
    private static PlanFile? Deserialize(string text, bool mayFail)
    {
        if (mayFail && HasNullItem(text))
            return null;
        try
        {
            return PlanFileJson.Read(text);
        }
        catch (JsonException) when (mayFail)
        {
            return null;
        }
    }

    /// <summary>Whether a list has null among its items, which the serializer would hand on.</summary>
    private static bool HasNullItem(string text)
    {
        using var json = JsonDocument.Parse(text, Strict);
        return Has(json.RootElement);

        static bool Has(JsonElement element) =>
            element.ValueKind switch
            {
                JsonValueKind.Array => element
                    .EnumerateArray()
                    .Any(item => item.ValueKind == JsonValueKind.Null || Has(item)),
                JsonValueKind.Object => element.EnumerateObject().Any(member => Has(member.Value)),
                _ => false,
            };
    }

    private static PlanFault NotReadable(Exception exception) =>
        exception switch
        {
            DecoderFallbackException => new PlanFault(
                "",
                new LocalText("is not UTF-8 text.", "ไม่ใช่ข้อความในรหัส UTF-8")
            ),
            JsonException { Path: { } path } json => new PlanFault(
                SchemaFaults.Pointer(path),
                new LocalText(json.Message, "ค่านี้ไม่เป็นไปตามรูปแบบของไฟล์แผน")
            ),
            JsonException json => new PlanFault(
                "",
                new LocalText($"is not JSON: {json.Message}", $"ไม่เป็นไปตามรูปแบบ JSON{PlaceIn(json)}")
            ),
            _ => new PlanFault("", new LocalText("is not JSON.", "ไม่เป็นไปตามรูปแบบ JSON")),
        };

    private static string PlaceIn(JsonException error) =>
        error.LineNumber is { } line ? $" ที่บรรทัด {line + 1} ตำแหน่ง {error.BytePositionInLine + 1}" : "";

    private static JsonSchema LoadSchema()
    {
        using var stream = typeof(PlanFileReader).Assembly.GetManifestResourceStream("plan-file.schema.json")!;
        using var reader = new StreamReader(stream);
        return JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    }
}
