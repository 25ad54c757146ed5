using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Compares an answer with what it should be.</summary>
internal static class Answers
{
    /// <returns>The first difference and where it is; null where there is none.</returns>
    public static string? Difference(object? expected, JsonElement actual, string path = "data")
    {
        switch (expected)
        {
            case null:
                return actual.ValueKind == JsonValueKind.Null ? null : $"{path}: null was expected, not {actual}";
            case AnyText:
                return actual.ValueKind == JsonValueKind.String ? null : $"{path}: a text was expected, not {actual}";
            case OrderedDictionary<string, object?> fields when actual.ValueKind == JsonValueKind.Object:
                var given = actual.EnumerateObject().ToList();
                if (!given.Select(field => field.Name).SequenceEqual(fields.Keys))
                    return $"{path}: {string.Join(' ', fields.Keys)} was expected, not {string.Join(' ', given.Select(field => field.Name))}";
                return given
                    .Select(field => Difference(fields[field.Name], field.Value, $"{path}.{field.Name}"))
                    .FirstOrDefault(difference => difference is not null);
            case IReadOnlyCollection<object?> items when actual.ValueKind == JsonValueKind.Array:
                if (items.Count != actual.GetArrayLength())
                    return $"{path}: {items.Count} were expected, not {actual.GetArrayLength()}: {actual}";
                return items
                    .Zip(actual.EnumerateArray())
                    .Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]"))
                    .FirstOrDefault(difference => difference is not null);
            default:
                return Equals(expected, Plain(actual)) ? null : $"{path}: {expected} was expected, not {actual}";
        }
    }

    public static IReadOnlyList<string> Codes(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
            ?
            [
                .. errors
                    .EnumerateArray()
                    .Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!),
            ]
            : [];

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString(),
            _ => value.ToString(),
        };
}
