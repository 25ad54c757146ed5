using System.Text.Json;

namespace TeacherDevPlan.Harness.Shapes;

/// <summary>Values that occur on the first page of a list and in directly related rows.</summary>
internal sealed class Sample(IReadOnlyList<JsonElement> rows)
{
    private const int Rows = 20;

    public static async Task<Sample> ReadAsync(
        ShapeClient client,
        Member list,
        string selection,
        CancellationToken cancellationToken
    )
    {
        var data = await client.DataAsync(
            $"{{ {list.Name}(first: {Rows}) {{ nodes {{ {selection} }} }} }}",
            cancellationToken
        );
        return new Sample(
            data.GetProperty(list.Name) is { ValueKind: JsonValueKind.Object } page
                ? [.. page.GetProperty("nodes").EnumerateArray()]
                : []
        );
    }

    /// <summary>The first value at a path, or null.</summary>
    public JsonElement? Value(params ReadOnlySpan<string> path)
    {
        foreach (var row in rows)
        {
            if (At(row, path) is { } value)
                return value;
        }

        return null;
    }

    private static JsonElement? At(JsonElement json, ReadOnlySpan<string> path)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("nodes", out var nodes))
            json = nodes;
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                if (At(item, path) is { } found)
                    return found;
            }

            return null;
        }

        if (path.IsEmpty)
            return json.ValueKind is JsonValueKind.Null or JsonValueKind.Object ? null : json;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(path[0], out var value)
            ? At(value, path[1..])
            : null;
    }
}
