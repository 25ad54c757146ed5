using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Limits;

namespace TeacherDevPlan.Api.Http;

/// <summary>A request of GraphQL over HTTP, as its parameters.</summary>
/// <param name="Query">Empty where a document of the service is named instead.</param>
/// <param name="DocumentId">The document of the service that is named.</param>
internal sealed record GraphQLHttpRequest(
    string Query,
    string? OperationName,
    Inputs? Variables,
    string? DocumentId = null
);

/// <summary>What one HTTP request asks for: one operation, or a batch that is answered as a list.</summary>
internal sealed record GraphQLHttpRequests(IReadOnlyList<GraphQLHttpRequest> Operations, bool IsBatch);

/// <summary>A request that is refused before GraphQL sees it: the status, a stable code, and what would be right.</summary>
internal sealed class HttpRequestRefused(
    int status,
    string code,
    string message,
    Dictionary<string, object?>? extensions = null
) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>What a program may want to know of it.</summary>
    public Dictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>After how many seconds it may be sent again, where that is known.</summary>
    public string? RetryAfter { get; init; }

    public ExecutionResult ToResult() =>
        new() { Errors = [new ExecutionError(Message) { Code = Code, Extensions = Extensions }] };

    public static HttpRequestRefused BadRequest(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message);

    /// <summary>Something that an answer needs is away at the moment.</summary>
    public static HttpRequestRefused Unavailable(string message) =>
        new(StatusCodes.Status503ServiceUnavailable, "SERVICE_UNAVAILABLE", message);
}

/// <summary>Reads requests as the GraphQL-over-HTTP specification describes them.</summary>
internal static class GraphQLHttpRequestReader
{
    private const int MaxDepth = 128;

    /// <summary>Longer bodies get more memory as they come.</summary>
    private const int FirstBodySize = 16 * 1024;

    public static async Task<GraphQLHttpRequests> ReadAsync(HttpRequest request, GraphQLLimits limits, bool signedIn)
    {
        if (HttpMethods.IsGet(request.Method))
            return new([FromParameters(name => UrlParameter(request.Query, name))], IsBatch: false);
        RequireJson(request.ContentType);
        if (request.Headers.ContentEncoding.Count > 0)
            throw Unsupported("Bodies are taken as they are, not compressed.");
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
                "The parameter 'query' is missing: a GraphQL document (or 'documentId', one that the service knows)."
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
            throw Unsupported("POST takes the content type application/json in UTF-8.");
        }
    }

    private static HttpRequestRefused Unsupported(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", message);

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        // One byte more tells that there is an end. No more is set aside for what is only announced.
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
                "The body does not come as its headers say, or too slowly."
            );
        }
    }

    private static HttpRequestRefused TooLarge(int maxBytes) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "REQUEST_TOO_LARGE",
            $"A request has at most {maxBytes} bytes.",
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
                $"{what} is not JSON, or nests deeper than {MaxDepth} levels (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})."
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

    /// <summary>In a URL, variables and extensions are JSON texts and the others plain texts.</summary>
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
            _ => throw HttpRequestRefused.BadRequest("INVALID_REQUEST", $"The parameter '{name}' must be a text."),
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
