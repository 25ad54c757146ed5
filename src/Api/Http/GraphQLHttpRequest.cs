using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using Microsoft.Net.Http.Headers;
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
);

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

    /// <summary>Something that the response needs is temporarily unavailable.</summary>
    public static HttpRequestRefused Unavailable(string message, string? retryAfter = null) =>
        new(StatusCodes.Status503ServiceUnavailable, "SERVICE_UNAVAILABLE", message) { RetryAfter = retryAfter };
}

/// <summary>Reads requests as described in the GraphQL-over-HTTP specification.</summary>
internal static class GraphQLHttpRequestReader
{
    private const int MaxDepth = 128;

    /// <summary>The initial buffer size; the buffer grows while a longer body arrives.</summary>
    private const int FirstBodySize = 16 * 1024;

    public static async Task<GraphQLHttpRequests> ReadAsync(HttpRequest request, GraphQLLimits limits, bool signedIn)
    {
        if (HttpMethods.IsGet(request.Method))
            return new([FromParameters(name => UrlParameter(request.Query, name))], IsBatch: false);
        RequireJson(request.ContentType);
        if (request.Headers.ContentEncoding.Count > 0)
            throw Unsupported("Compressed request bodies are not supported.");
        var maxBytes = signedIn
            ? Math.Max(limits.MaxRequestBytes, limits.MaxSignedInRequestBytes)
            : limits.MaxRequestBytes;
        using var body = ParseJson(await ReadBodyAsync(request, maxBytes), "The body");
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
        if (string.IsNullOrEmpty(query) && string.IsNullOrEmpty(documentId))
            throw HttpRequestRefused.BadRequest(
                "QUERY_MISSING",
                "The parameter 'query' (a GraphQL document) is missing; 'documentId' (the id of a trusted document) may be used instead."
            );
        if (!string.IsNullOrEmpty(query) && !string.IsNullOrEmpty(documentId))
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "Give 'query' or 'documentId', not both.");
        Map(parameter("extensions"), "extensions");
        var request = new GraphQLHttpRequest(
            query ?? "",
            Text(parameter("operationName"), "operationName"),
            Map(parameter("variables"), "variables"),
            string.IsNullOrEmpty(documentId) ? null : documentId
        );
        RefuseNul(request.Query.Contains('\0'), "query");
        RefuseNul(request.OperationName?.Contains('\0') == true, "operationName");
        return request;
    }

    private static void RequireJson(string? contentType)
    {
        var isJson =
            MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson)
        {
            throw Unsupported("POST requires the content type application/json in UTF-8.");
        }
    }

    private static HttpRequestRefused Unsupported(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", message);

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        // One extra byte detects the end of the body. The announced length is not trusted with more memory.
        var content = new byte[Math.Min(request.ContentLength ?? FirstBodySize, FirstBodySize) + 1];
        var length = 0;
        int read;
        while ((read = await ReadAsync(request, content.AsMemory(length))) > 0)
        {
            length += read;
            if (length > maxBytes)
                throw TooLarge(maxBytes);
            if (length == content.Length)
                Array.Resize(ref content, Math.Min(length * 2, maxBytes + 1));
        }

        return Utf8.IsValid(content.AsSpan(0, length))
            ? content.AsMemory(0, length)
            : throw HttpRequestRefused.BadRequest("INVALID_UTF8", "The body is not UTF-8 text.");
    }

    private static async ValueTask<int> ReadAsync(HttpRequest request, Memory<byte> into)
    {
        try
        {
            return await request.Body.ReadAsync(into, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException exception)
        {
            throw new HttpRequestRefused(
                exception.StatusCode,
                "INVALID_REQUEST",
                "The body does not match its headers, or arrives too slowly."
            );
        }
    }

    private static HttpRequestRefused TooLarge(int maxBytes) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "REQUEST_TOO_LARGE",
            $"A request may have at most {maxBytes} bytes.",
            new Dictionary<string, object?> { ["limit"] = maxBytes }
        );

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> text, string what)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            throw HttpRequestRefused.BadRequest(
                "INVALID_JSON",
                $"{what} is not valid JSON, or is nested deeper than {MaxDepth} levels (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})."
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
            return null;
        using var document = ParseJson(Encoding.UTF8.GetBytes(value), $"The parameter '{name}'");
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
        if (value is null or { ValueKind: JsonValueKind.Null })
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
