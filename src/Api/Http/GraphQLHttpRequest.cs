using System.Text;
using System.Text.Json;
using GraphQL;
using TeacherDevPlan.Api.Limits;

namespace TeacherDevPlan.Api.Http;

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

/// <summary>
/// A request that is refused before it is executed, with its HTTP status, a stable code and a message that says what is
/// allowed.
/// </summary>
internal sealed class HttpRequestRefused(
    int status,
    string code,
    string message,
    Dictionary<string, object?>? extensions = null
) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Additional values for programs.</summary>
    public Dictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>The number of seconds after which the client may retry, if known.</summary>
    public string? RetryAfter { get; init; }

    public ExecutionResult ToResult() =>
        new() { Errors = [new ExecutionError(Message) { Code = Code, Extensions = Extensions }] };

    public static HttpRequestRefused BadRequest(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message);

    /// <param name="allowed">The methods that are allowed.</param>
    public static HttpRequestRefused MethodNotAllowed(HttpResponse response, string allowed, string message)
    {
        response.Headers.Allow = allowed;
        return new HttpRequestRefused(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", message);
    }

    /// <summary>Something that the response needs is temporarily unavailable.</summary>
    public static HttpRequestRefused Unavailable(string message, string? retryAfter = null) =>
        new(StatusCodes.Status503ServiceUnavailable, "SERVICE_UNAVAILABLE", message) { RetryAfter = retryAfter };
}

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
        var hash = PersistedQueries.HashIn(Map(parameter("extensions"), "extensions"));
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
