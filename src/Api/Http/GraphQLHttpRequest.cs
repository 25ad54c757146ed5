using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.Net.Http.Headers;

namespace TeacherDevPlan.Api.Http;

/// <summary>A request of GraphQL over HTTP, as its parameters.</summary>
internal sealed record GraphQLHttpRequest(string Query, string? OperationName, Inputs? Variables);

/// <summary>A request that is refused before GraphQL sees it: the status, a stable code, and what would be right.</summary>
internal sealed class HttpRequestRefused(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static HttpRequestRefused BadRequest(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message);
}

/// <summary>Reads requests as the GraphQL-over-HTTP specification describes them.</summary>
internal static class GraphQLHttpRequestReader
{
    private const int MaxDepth = 128;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static async Task<GraphQLHttpRequest> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (HttpMethods.IsGet(request.Method))
            return FromParameters(name => UrlParameter(request.Query, name));
        RequireJson(request.ContentType);
        if (request.Headers.ContentEncoding.Count > 0)
            throw Unsupported("Bodies are taken as they are, not compressed.");
        using var body = ParseJson(await ReadBodyAsync(request, maxBytes), "The body");
        if (body.RootElement.ValueKind == JsonValueKind.Array)
            throw HttpRequestRefused.BadRequest(
                "BATCH_NOT_SUPPORTED",
                "Send one operation per request, not an array of them."
            );
        if (body.RootElement.ValueKind != JsonValueKind.Object)
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "The body must be a JSON object.");
        return FromParameters(name => body.RootElement.TryGetProperty(name, out var value) ? value : null);
    }

    private static GraphQLHttpRequest FromParameters(Func<string, JsonElement?> parameter)
    {
        var query = Text(parameter("query"), "query");
        if (string.IsNullOrEmpty(query))
            throw HttpRequestRefused.BadRequest(
                "QUERY_MISSING",
                "The parameter 'query' is missing: a GraphQL document."
            );
        Map(parameter("extensions"), "extensions");
        var request = new GraphQLHttpRequest(
            query,
            Text(parameter("operationName"), "operationName"),
            Map(parameter("variables"), "variables")
        );
        RefuseNul(query.Contains('\0'), "query");
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

    private static async Task<string> ReadBodyAsync(HttpRequest request, int maxBytes)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > maxBytes)
            {
                throw new HttpRequestRefused(
                    StatusCodes.Status413PayloadTooLarge,
                    "REQUEST_TOO_LARGE",
                    $"A request has at most {maxBytes} bytes."
                );
            }
        }

        try
        {
            return StrictUtf8.GetString(content.GetBuffer(), 0, (int)content.Length);
        }
        catch (DecoderFallbackException)
        {
            throw HttpRequestRefused.BadRequest("INVALID_UTF8", "The body is not UTF-8 text.");
        }
    }

    private static JsonDocument ParseJson(string text, string what)
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
        using var document = ParseJson(value, $"The parameter '{name}'");
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
