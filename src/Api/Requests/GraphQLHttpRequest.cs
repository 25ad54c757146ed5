using System.Text;
using System.Text.Json;
using GraphQL;
using TeacherDevPlan.Api.Configuration;

namespace TeacherDevPlan.Api.Requests;

/// <summary>A GraphQL-over-HTTP request with its parameters.</summary>
/// <param name="Query">The document; empty if a trusted document is referenced instead.</param>
/// <param name="DocumentId">The id of the referenced trusted document.</param>
internal sealed record GraphQLHttpRequest(
    string Query,
    string? OperationName,
    Inputs? Variables,
    string? DocumentId = null
)
{
    /// <summary>The SHA-256 of the document, in lower-case hexadecimal, for automatic persisted queries.</summary>
    public string? PersistedHash { get; init; }

    /// <summary>Whether the document is the service's own, which clients may always have it execute.</summary>
    public bool IsOfService { get; init; }
}

/// <summary>The content of one HTTP request: a single operation, or a batch whose responses form a list.</summary>
internal sealed record GraphQLHttpRequests(IReadOnlyList<GraphQLHttpRequest> Operations, bool IsBatch);

/// <summary>Reads requests as described in the GraphQL-over-HTTP specification.</summary>
internal static class GraphQLHttpRequestReader
{
    public const int MaxDepth = 128;

    public static GraphQLHttpRequests Read(HttpRequest request, GraphQLLimits limits)
    {
        if (MediaTypes.IsRead(request))
            return new([FromParameters(name => UrlParameter(request.Query, name))], IsBatch: false);

        using var body = ParseJson(WithoutMark(RequestBody.Of(request)), "The body");
        if (body.RootElement.ValueKind != JsonValueKind.Array)
            return new([FromJson(body.RootElement)], IsBatch: false);
        RequestBatch.RefuseSize(body.RootElement.GetArrayLength(), limits.MaxBatch);
        return new([.. body.RootElement.EnumerateArray().Select(FromJson)], IsBatch: true);
    }

    private static GraphQLHttpRequest FromJson(JsonElement parameters) =>
        parameters.ValueKind == JsonValueKind.Object
            ? FromParameters(name => parameters.TryGetProperty(name, out var value) ? value : null)
            : throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "A request must be a JSON object.");

    private static GraphQLHttpRequest FromParameters(Func<string, JsonElement?> parameter)
    {
        var query = Text(parameter("query"), "query");
        var documentId = Text(parameter("documentId"), "documentId");
        var hash = PersistedHash(Map(parameter("extensions"), "extensions"));
        if (string.IsNullOrEmpty(query) && string.IsNullOrEmpty(documentId) && hash is null)
            throw HttpRequestRefused.BadRequest(
                "QUERY_MISSING",
                "The parameter 'query' (a GraphQL document) is missing; 'documentId' (the id of a trusted document) or the extension persistedQuery may be used instead."
            );
        if (!string.IsNullOrEmpty(query) && !string.IsNullOrEmpty(documentId))
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "Give 'query' or 'documentId', not both.");
        var request = new GraphQLHttpRequest(
            query ?? "",
            Text(parameter("operationName"), "operationName"),
            Map(parameter("variables"), "variables"),
            string.IsNullOrEmpty(documentId) ? null : documentId
        )
        {
            PersistedHash = string.IsNullOrEmpty(documentId) ? hash : null,
        };
        RefuseNul(request.Query.Contains('\0'), "query");
        RefuseNul(request.OperationName?.Contains('\0') == true, "operationName");
        return request;
    }

    /// <summary>The hash of an automatic persisted query, in hexadecimal; null if the extensions have none.</summary>
    /// <exception cref="HttpRequestRefused">The extension is malformed.</exception>
    private static string? PersistedHash(Inputs? extensions)
    {
        if (extensions is null || !extensions.TryGetValue("persistedQuery", out var value) || value is null)
            return null;
        if (
            value is not IReadOnlyDictionary<string, object?> members
            || members.GetValueOrDefault("version") is not 1
            || members.GetValueOrDefault("sha256Hash") is not string { Length: 64 } hash
            || !hash.All(char.IsAsciiHexDigit)
        )
            throw HttpRequestRefused.BadRequest(
                "INVALID_REQUEST",
                "extensions.persistedQuery must have version 1 and sha256Hash, 64 hexadecimal digits."
            );
        return hash.ToLowerInvariant();
    }

    /// <summary>The text without the byte order mark that some editors and tools put before it.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> text, string what)
    {
        try
        {
            // Of two members with one name, each program may take another one.
            var options = new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
            return JsonDocument.Parse(text, options);
        }
        // A name with an unpaired surrogate is an invalid operation to the parser.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var place = exception is JsonException { LineNumber: { } line, BytePositionInLine: var at }
                ? $" (line {line + 1}, byte {at + 1})"
                : "";
            throw HttpRequestRefused.BadRequest(
                "INVALID_JSON",
                $"{what} is not valid JSON, has a name twice in an object, or is nested deeper than {MaxDepth} levels{place}."
            );
        }
    }

    private static JsonElement? UrlParameter(IQueryCollection parameters, string name)
    {
        if (!parameters.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            throw HttpRequestRefused.BadRequest(
                "INVALID_REQUEST",
                $"The parameter '{name}' is given {values.Count} times."
            );
        return JsonString(values.ToString(), name);
    }

    /// <summary>In a URL, variables and extensions are JSON, and the other parameters are plain text.</summary>
    private static JsonElement? JsonString(string value, string name)
    {
        if (name is not ("variables" or "extensions"))
            return JsonSerializer.SerializeToElement(value);
        if (value.Length == 0)
            return JsonSerializer.SerializeToElement(value);
        using var document = ParseJson(WithoutMark(Encoding.UTF8.GetBytes(value)), $"The parameter '{name}'");
        return document.RootElement.Clone();
    }

    private static string? Text(JsonElement? value, string name) =>
        value switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => JsonValues.Text(text),
            _ => throw HttpRequestRefused.BadRequest("INVALID_REQUEST", $"The parameter '{name}' must be a string."),
        };

    private static Inputs? Map(JsonElement? value, string name)
    {
        // Forms send an empty text for what was not filled in.
        if (
            value is null or { ValueKind: JsonValueKind.Null }
            || value is { ValueKind: JsonValueKind.String } text && text.ValueEquals("")
        )
            return null;
        if (value.Value.ValueKind != JsonValueKind.Object)
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", $"The parameter '{name}' must be an object.");
        var map = JsonValues.Object(value.Value, out var hasNul);
        RefuseNul(hasNul, name);
        return new Inputs(map);
    }

    private static void RefuseNul(bool hasNul, string name)
    {
        if (hasNul)
            throw HttpRequestRefused.BadRequest(
                "INVALID_CHARACTER",
                $"The parameter '{name}' has a NUL character (U+0000)."
            );
    }
}
