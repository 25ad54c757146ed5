using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Limits;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// The body of a request. It is read before the request takes its client's turn, within limits of size and time, so that
/// bodies that arrive slowly hold up nobody.
/// </summary>
internal static class RequestBody
{
    /// <summary>The initial buffer size; the buffer grows while a longer body arrives.</summary>
    private const int FirstBodySize = 16 * 1024;

    /// <summary>Bodies up to this size do not count as large ones, of which a client may send only a few at a time.</summary>
    private const int SmallBodySize = 64 * 1024;

    /// <summary>Reads the body of a POST; <see cref="Of"/> returns it.</summary>
    /// <param name="large">Permits a body that is not small, until the end of the request, or refuses it.</param>
    public static async Task ReadAsync(HttpContext http, GraphQLLimits limits, Action large)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return;
        var isMultipart = MultipartOperations.Is(http.Request);
        RequireReadable(http.Request, isMultipart);
        var maxBytes =
            http.User.Identity?.IsAuthenticated == true
                ? Math.Max(limits.MaxRequestBytes, limits.MaxSignedInRequestBytes)
                : limits.MaxRequestBytes;
        var time = TimeSpan.FromSeconds(limits.BodyTimeoutSeconds);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadline.CancelAfter(time);
        try
        {
            var bytes = await ReadAsync(http.Request, maxBytes, large, deadline.Token);
            if (isMultipart)
                bytes = await MultipartOperations.ReadAsync(http.Request, bytes, GraphQLHttpRequestReader.MaxDepth);
            else if (!Utf8.IsValid(bytes.Span))
                throw HttpRequestRefused.BadRequest("INVALID_UTF8", "The body is not UTF-8 text.");
            http.Features.Set(new Content(bytes));
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw TooSlow($"The body did not arrive within {time.TotalSeconds} seconds.");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            throw TooSlow("The body arrives too slowly.");
        }
        catch (BadHttpRequestException exception)
        {
            throw new HttpRequestRefused(
                exception.StatusCode,
                "INVALID_REQUEST",
                "The body does not match its headers."
            );
        }
    }

    public static ReadOnlyMemory<byte> Of(HttpRequest request) => request.HttpContext.Features.Get<Content>()!.Bytes;

    private static void RequireReadable(HttpRequest request, bool isMultipart)
    {
        var isJson =
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
            && MediaTypes.IsUtf8(type);
        if (!isJson && !isMultipart)
            throw Unsupported(
                "POST requires the content type application/json in UTF-8, or multipart/form-data with the header 'GraphQL-Preflight: 1' to upload files."
            );
        if (request.Headers.ContentEncoding.Count > 0)
            throw Unsupported("Compressed request bodies are not supported.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpRequest request,
        int maxBytes,
        Action large,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        // One extra byte detects the end of the body. The announced length is not trusted with more memory.
        var content = new byte[Math.Min(request.ContentLength ?? FirstBodySize, FirstBodySize) + 1];
        var length = 0;
        var isLarge = false;
        int read;
        while ((read = await request.Body.ReadAsync(content.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (length > maxBytes)
                throw TooLarge(maxBytes);
            if (!isLarge && length > SmallBodySize)
            {
                large();
                isLarge = true;
            }

            if (length == content.Length)
                Array.Resize(ref content, Math.Min(length * 2, maxBytes + 1));
        }

        return content.AsMemory(0, length);
    }

    private static HttpRequestRefused Unsupported(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", message);

    private static HttpRequestRefused TooSlow(string message) =>
        new(StatusCodes.Status408RequestTimeout, "REQUEST_TOO_SLOW", message);

    private static HttpRequestRefused TooLarge(int maxBytes) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "REQUEST_TOO_LARGE",
            $"A request may have at most {maxBytes} bytes.",
            new Dictionary<string, object?> { ["limit"] = maxBytes }
        );

    private sealed record Content(ReadOnlyMemory<byte> Bytes);
}
