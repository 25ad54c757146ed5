namespace TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

/// <summary>
/// The bytes of an XML part while it is unpacked. It ends with a refusal if the file unpacks to too much, or if one
/// element has so many attributes that reading it would take much memory.
/// </summary>
internal sealed class GuardedStream(Stream packed, UnpackedSize size, CancellationToken cancellationToken) : Stream
{
    private const int MaxAttributes = 50_000;

    private int attributes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = packed.Read(buffer, offset, count);
        size.Add(read);
        // Each attribute has an equals sign, and "<" can only stand at the beginning of the next tag.
        foreach (var one in buffer.AsSpan(offset, read))
        {
            if (one == '<')
                attributes = 0;
            else if (one == '=' && ++attributes > MaxAttributes)
                throw new RefusedFormException(
                    $"has an element with more than {MaxAttributes} attributes.",
                    $"มีส่วนที่มีคุณสมบัติเกิน {MaxAttributes} รายการ"
                );
        }

        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>The number of bytes that were unpacked of a file so far.</summary>
internal sealed class UnpackedSize
{
    public const int MaxMegabytes = 100;

    private long bytes;

    public void Add(int more)
    {
        bytes += more;
        if (bytes > MaxMegabytes * 1024L * 1024)
            throw new RefusedFormException(
                $"unpacks to more than {MaxMegabytes} MB.",
                $"เมื่อคลายแล้วมีขนาดเกิน {MaxMegabytes} MB"
            );
    }
}
