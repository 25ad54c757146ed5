using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQL;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>The body of a response as it is sent, before it is compressed.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>Bytes of a digest in a tag: 144 bits.</summary>
    private const int TagBytes = 18;

    private static readonly ReadOnlyMemory<byte> Before = "{\"data\":"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> After = "}"u8.ToArray();

    private readonly IReadOnlyList<ReadOnlyMemory<byte>> parts;
    private readonly IDisposable? memory;

    private ResponseBody(IReadOnlyList<ReadOnlyMemory<byte>> parts, IDisposable? memory) =>
        (this.parts, this.memory) = (parts, memory);

    /// <param name="result">One result, or the list of a batch. Data that were written as JSON are not copied, if nothing
    /// else belongs into the response.</param>
    public static async Task<ResponseBody> OfAsync<T>(
        IGraphQLTextSerializer serializer,
        T result,
        CancellationToken cancellationToken
    )
    {
        var answer = (result as ExecutionResult)?.Data as JsonBuffer;
        if (answer is not null && result is ExecutionResult { Errors: null, Extensions: null or { Count: 0 } })
            return new ResponseBody([Before, answer.Written, After], answer);
        using (answer)
        {
            var bytes = new MemoryStream();
            await serializer.WriteAsync(bytes, result, cancellationToken);
            return new ResponseBody([bytes.GetBuffer().AsMemory(0, (int)bytes.Length)], null);
        }
    }

    /// <summary>A strong ETag with its quotes: a digest of the body.</summary>
    /// <param name="format">The media type and the encoding: the same body in another format has another tag.</param>
    public string Tag(string format)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(format + '\n'));
        foreach (var part in parts)
            hash.AppendData(part.Span);
        return $"\"{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, TagBytes))}\"";
    }

    public JsonDocument Parse()
    {
        using var all = new MemoryStream();
        foreach (var part in parts)
            all.Write(part.Span);
        all.Position = 0;
        return JsonDocument.Parse(all);
    }

    public async Task SendAsync(HttpResponse response)
    {
        response.ContentLength = parts.Sum(part => part.Length);
        foreach (var part in parts)
            await response.BodyWriter.WriteAsync(part, response.HttpContext.RequestAborted);
    }

    public void Dispose() => memory?.Dispose();
}
