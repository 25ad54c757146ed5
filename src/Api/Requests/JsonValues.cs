using System.Text.Json;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Converts JSON to the plain values from which GraphQL.NET reads variables; numbers with a fraction stay exact.
/// </summary>
internal static class JsonValues
{
    public static Dictionary<string, object?> Object(JsonElement element, out bool hasNul)
    {
        var nul = false;
        var map = Members(element, ref nul);
        hasNul = nul;
        return map;
    }

    /// <summary>Returns the string, or refuses one that contains an unpaired surrogate.</summary>
    public static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw HttpRequestRefused.BadRequest("INVALID_CHARACTER", "A string contains an unpaired surrogate.");
        }
    }

    private static Dictionary<string, object?> Members(JsonElement element, ref bool hasNul)
    {
        var map = new Dictionary<string, object?>();
        foreach (var property in element.EnumerateObject())
        {
            hasNul |= property.Name.Contains('\0');
            map[property.Name] = Value(property.Value, ref hasNul);
        }
        return map;
    }

    private static object? Value(JsonElement element, ref bool hasNul)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return Members(element, ref hasNul);
            case JsonValueKind.Array:
                var items = new List<object?>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    items.Add(Value(item, ref hasNul));
                return items;
            case JsonValueKind.String:
                var text = Text(element);
                hasNul |= text.Contains('\0');
                return text;
            case JsonValueKind.Number:
                return Number(element);
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
            return small;
        if (element.TryGetInt64(out var large))
            return large;
        return ExactDecimal.Parse(element.GetRawText()) ?? (object)element.GetDouble();
    }
}
