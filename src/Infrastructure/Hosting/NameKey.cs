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

    /// <summary>Each purpose has a key of its own, so that digests for one say nothing about those for another.</summary>
    public byte[]? Of(string purpose, ReadOnlySpan<byte> content) =>
        Value is { } key
            ? HMACSHA256.HashData(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose)), content)
            : null;

    /// <summary>Refuses to go on without the key that names were replaced with, because imports would bring them back.</summary>
    /// <exception cref="HostingException">The mark is that of another key.</exception>
    public void RefuseOther(byte[] mark)
    {
        if (Mark?.AsSpan().SequenceEqual(mark) != true)
            throw new HostingException(
                $"Names in this database were corrected or erased with a key that {(file is null ? "is not configured" : $"is not the one in {file}")}, "
                    + "and without it an import would bring them back. Set Privacy__KeyFile to the file with the key, or restore the file."
            );
    }
}
