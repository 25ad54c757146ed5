namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>A file's bytes; reading them ends when the request does, because the library itself cannot be told to end.</summary>
internal sealed class CancellableBytes(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    : MemoryStream(content.ToArray(), writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }

    public override int ReadByte()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return base.ReadByte();
    }
}
