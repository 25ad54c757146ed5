using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Reads a request with files as the GraphQL multipart request specification describes it: the operations as JSON, a map
/// from parts to variables, and the files. Each file is put into its variable as base64, so that from there on the
/// request is like any other. Nothing is written to disk.
/// </summary>
internal static class MultipartOperations
{
    private const int MaxFiles = 10;
    private const int MaxBoundary = 200;
    private const int MaxPathParts = 32;

    /// <summary>Headers that a page of another site cannot send without being asked for permission first.</summary>
    private static readonly string[] Preflight = ["GraphQL-Preflight", "Apollo-Require-Preflight"];

    /// <summary>Whether the request has files, and no web page can have sent it in its visitor's name.</summary>
    public static bool Is(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(Preflight, name => !StringValues.IsNullOrEmpty(request.Headers[name]));

    /// <summary>The operations as JSON with the files in their variables.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpRequest request,
        ReadOnlyMemory<byte> body,
        int maxDepth
    )
    {
        var parts = await PartsAsync(request, body);
        if (parts is not [("operations", var operations), ("map", var map), ..])
            throw Refused("must begin with the parts 'operations' and 'map'");
        try
        {
            return WithFiles(
                operations,
                map,
                parts.Skip(2).ToDictionary(part => part.Name, part => part.Content),
                maxDepth
            );
        }
        catch (InvalidOperationException)
        {
            throw Refused("has a string with an unpaired surrogate");
        }
    }

    private static ReadOnlyMemory<byte> WithFiles(
        ReadOnlyMemory<byte> operations,
        ReadOnlyMemory<byte> map,
        Dictionary<string, ReadOnlyMemory<byte>> files,
        int maxDepth
    )
    {
        var root = Parse(operations, "operations", maxDepth);
        foreach (var (name, paths) in Paths(Parse(map, "map", maxDepth)))
        {
            if (!files.Remove(name, out var content))
                throw Refused($"has no part '{Short(name)}', which the map names");
            var text = Convert.ToBase64String(content.Span);
            foreach (var path in paths)
                Put(root, path, text);
        }

        if (files.Count > 0)
            throw Refused($"has a part '{Short(files.Keys.First())}' that the map does not name");
        using var json = new MemoryStream();
        // The usual encoder writes each plus sign of base64 as six characters.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(json, options))
            root.WriteTo(writer);
        return json.ToArray();
    }

    private static async Task<List<(string Name, ReadOnlyMemory<byte> Content)>> PartsAsync(
        HttpRequest request,
        ReadOnlyMemory<byte> body
    )
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
            throw Refused($"needs a boundary of at most {MaxBoundary} characters");
        var parts = new List<(string, ReadOnlyMemory<byte>)>();
        var names = new HashSet<string>();
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray(), writable: false));
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                if (
                    !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name
                )
                    throw Refused("has a part without a name");
                if (parts.Count == MaxFiles + 2)
                    throw Refused($"has more than {MaxFiles} files");
                if (!names.Add(name))
                    throw Refused($"has two parts '{Short(name)}'");
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
                parts.Add((name, content.ToArray()));
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Refused("is damaged or cut off");
        }

        return parts;
    }

    private static JsonNode Parse(ReadOnlyMemory<byte> json, string name, int maxDepth)
    {
        try
        {
            if (
                Utf8.IsValid(json.Span)
                && JsonNode.Parse(
                    json.Span,
                    null,
                    new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false }
                )
                    is { } node
            )
                return node;
        }
        catch (JsonException) { }

        throw Refused($"has no valid JSON, or a name twice, in the part '{name}'");
    }

    /// <summary>The paths of each file; each variable is named once.</summary>
    private static List<(string Name, List<string> Paths)> Paths(JsonNode map)
    {
        var seen = new HashSet<string>();
        var result = new List<(string, List<string>)>();
        foreach (var (name, value) in map as JsonObject ?? throw Refused("needs an object in the part 'map'"))
        {
            var paths = new List<string>();
            foreach (var item in value as JsonArray ?? throw Refused("needs a list of paths for each part in 'map'"))
            {
                if (item is not JsonValue text || !text.TryGetValue<string>(out var path))
                    throw Refused("needs a list of paths for each part in 'map'");
                if (!seen.Add(path) || seen.Count > MaxFiles)
                    throw Refused($"names a path twice or more than {MaxFiles} paths in 'map'");
                paths.Add(path);
            }

            // A file that stood in several places would take the memory of several.
            if (paths.Count != 1)
                throw Refused($"needs one path for the part '{Short(name)}' in 'map'");
            result.Add((name, paths));
        }

        return result;
    }

    /// <summary>Replaces the null at a path such as "variables.input.file", or "0.variables.file" in a batch.</summary>
    private static void Put(JsonNode root, string path, string text)
    {
        var steps = path.Split('.');
        var at = root is JsonArray ? 1 : 0;
        if (steps.Length > MaxPathParts || steps.Length < at + 2 || steps[at] != "variables")
            throw NoPlace(path);
        JsonNode? holder = root;
        foreach (var step in steps.SkipLast(1))
            holder = Member(holder, step, path);
        switch (holder)
        {
            case JsonObject members when members.TryGetPropertyValue(steps[^1], out var value) && value is null:
                members[steps[^1]] = text;
                break;
            case JsonArray items when IndexIn(items, steps[^1]) is { } index && items[index] is null:
                items[index] = text;
                break;
            default:
                throw NoPlace(path);
        }
    }

    private static JsonNode? Member(JsonNode? holder, string step, string path) =>
        holder switch
        {
            JsonObject members when members.TryGetPropertyValue(step, out var value) => value,
            JsonArray items when IndexIn(items, step) is { } index => items[index],
            _ => throw NoPlace(path),
        };

    private static int? IndexIn(JsonArray items, string step) =>
        int.TryParse(step, System.Globalization.NumberStyles.None, null, out var index) && index < items.Count
            ? index
            : null;

    private static HttpRequestRefused NoPlace(string path) =>
        Refused($"has a path in 'map' where the operations have no null in their variables: '{Short(path)}'");

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private static HttpRequestRefused Refused(string what) =>
        HttpRequestRefused.BadRequest("INVALID_MULTIPART", $"The multipart request {what}.");
}
