using System.Security.Cryptography;
using System.Text;
using TeacherDevPlan.Application.Common.Idempotency;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>
/// The key that replaced names, and whatever else must not be found out from the database or a backup of it, are
/// recognised by. It is kept in a file outside the database.
/// </summary>
public sealed class NameKey : IKeyedDigests
{
    private const int MarkSize = 8;

    private readonly string? file;
    private readonly Lazy<byte[]?> value;

    /// <param name="file">Created when it is first needed; null if none is configured.</param>
    public NameKey(string? file)
    {
        this.file = file;
        value = new Lazy<byte[]?>(() => file is null ? null : LocalKey.ReadOrCreate(file));
    }

    /// <summary>Null if none is configured.</summary>
    public byte[]? Value => value.Value;

    /// <summary>Tells this key from others, and nothing about it.</summary>
    public byte[]? Mark => Value is { } key ? HMACSHA256.HashData(key, "mark"u8)[..MarkSize] : null;

    /// <summary>
    /// The mark of the key and the digest. Each purpose has a key of its own, so that digests for one say nothing about
    /// those for another.
    /// </summary>
    public byte[]? Of(string purpose, ReadOnlySpan<byte> content) =>
        Value is { } key
            ? [.. Mark!, .. HMACSHA256.HashData(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose)), content)]
            : null;

    /// <summary>
    /// Refuses to go on without the key that names were replaced with, because imports would bring them back, or that
    /// people are recognised by.
    /// </summary>
    /// <param name="mark">The mark of the key, possibly with the digest that it is a part of.</param>
    /// <exception cref="HostingException">The mark is that of another key.</exception>
    public void RefuseOther(ReadOnlySpan<byte> mark)
    {
        if (Mark?.AsSpan().SequenceEqual(mark[..MarkSize]) != true)
            throw new HostingException(
                $"Names in this database were corrected or erased, or people identified, with a key that {(file is null ? "is not configured" : $"is not the one in {file}")}, "
                    + "and without it an import would bring names back and not recognise people. Set Privacy__KeyFile to the file with the key, or restore the file."
            );
    }
}
