using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// Gives the refusal of a URL that is longer than Kestrel reads the same JSON as that of a shorter one. Kestrel refuses it
/// before any other code runs, with a response without a body, so the response is completed on its way to the network.
/// </summary>
internal static class LongUrls
{
    private static readonly byte[] Start = "HTTP/1.1 414 "u8.ToArray();
    private static readonly byte[] NoBody = "Content-Length: 0\r\n"u8.ToArray();

    public static void Explain(ListenOptions listen) =>
        listen.Use(next =>
            connection =>
            {
                connection.Transport = new Transport(connection.Transport);
                return next(connection);
            }
        );

    /// <summary>The response with a body; null if it is another one.</summary>
    private static byte[]? WithBody(ReadOnlySpan<byte> response)
    {
        if (!response.StartsWith(Start) || response.IndexOf(NoBody) is not (>= 0 and var place))
            return null;
        var body = Encoding.UTF8.GetBytes(GraphQLHttpRequestReader.UrlTooLong);
        var head = $"Content-Length: {body.Length}\r\nContent-Type: {MediaTypes.Json}; charset=utf-8\r\n";
        return
        [
            .. response[..place],
            .. Encoding.ASCII.GetBytes(head),
            .. response[(place + NoBody.Length)..],
            .. body,
        ];
    }

    private sealed class Transport(IDuplexPipe inner) : IDuplexPipe
    {
        public PipeReader Input => inner.Input;

        public PipeWriter Output { get; } = new Writer(inner.Output);
    }

    private sealed class Writer(PipeWriter inner) : PipeWriter
    {
        private Memory<byte> given;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => given = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            var completed = bytes > Start.Length ? WithBody(given.Span[..bytes]) : null;
            given = default;
            inner.Advance(completed is null ? bytes : 0);
            if (completed is not null)
                inner.Write(completed);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            inner.FlushAsync(cancellationToken);

        public override ValueTask<FlushResult> WriteAsync(
            ReadOnlyMemory<byte> source,
            CancellationToken cancellationToken = default
        ) => inner.WriteAsync(source, cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
    }
}
