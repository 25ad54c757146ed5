using System.Buffers;
using System.IO.Pipelines;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Configuration;

namespace TeacherDevPlan.Api.Requests;

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
        using var deadline = new CancellationTokenSource(time);
        // The read ends without bytes. Cancelled by a token, it would count as still going on, and Kestrel could not end
        // the request in order.
        await using var end = deadline.Token.Register(http.Request.BodyReader.CancelPendingRead);
        try
        {
            var bytes =
                await ReadAsync(http.Request, maxBytes, large)
                ?? throw TooSlow($"The body did not arrive within {time.TotalSeconds} seconds.");
            if (isMultipart)
                bytes = await MultipartOperations.ReadAsync(http.Request, bytes, GraphQLHttpRequestReader.MaxDepth);
            else if (!Utf8.IsValid(bytes.Span))
                throw HttpRequestRefused.BadRequest("INVALID_UTF8", "The body is not UTF-8 text.");
            http.Features.Set(new Content(bytes));
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
        catch (IOException)
        {
            throw HttpRequestRefused.BadRequest("INVALID_REQUEST", "The connection ended before the body.");
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

    /// <summary>The body; null if reading was cancelled before its end.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxBytes, Action large)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        // The announced length is not trusted with more memory.
        var content = new ArrayBufferWriter<byte>(
            (int)Math.Min(request.ContentLength ?? FirstBodySize, FirstBodySize) + 1
        );
        ReadResult read;
        do
        {
            read = await request.BodyReader.ReadAsync();
            var isSmall = content.WrittenCount <= SmallBodySize;
            var isTooLarge = content.WrittenCount + read.Buffer.Length > maxBytes;
            if (!isTooLarge)
                foreach (var part in read.Buffer)
                    content.Write(part.Span);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (isTooLarge)
                throw TooLarge(maxBytes);
            if (isSmall && content.WrittenCount > SmallBodySize)
                large();
        } while (!read.IsCompleted && !read.IsCanceled);
        if (!read.IsCompleted)
            return null;
        return content.WrittenMemory;
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
