using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>A place in the chain of hashes: how many records lead to it, and the hash there.</summary>
internal sealed record ChainEnd(long Position, byte[] Hash)
{
    /// <summary>Where every chain begins.</summary>
    public static ChainEnd Beginning => new(0, SHA256.HashData("teacherdevplan"u8));

    public string Hex => Convert.ToHexStringLower(Hash);

    public bool Is(ChainEnd other) => Position == other.Position && Hash.AsSpan().SequenceEqual(other.Hash);

    /// <summary>The place after the next record.</summary>
    /// <param name="fields">The record's fields, in the order of <see cref="AuditSql.Fields"/>.</param>
    public ChainEnd Next(IEnumerable<string?> fields)
    {
        var canonical = string.Join(',', fields.Select(Canonical));
        Span<byte> link = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long) + SHA256.HashSizeInBytes];
        Hash.CopyTo(link);
        BinaryPrimitives.WriteInt64BigEndian(link[SHA256.HashSizeInBytes..], Position + 1);
        SHA256.HashData(Encoding.UTF8.GetBytes(canonical), link[^SHA256.HashSizeInBytes..]);
        return new ChainEnd(Position + 1, SHA256.HashData(link));
    }

    /// <summary>A field with its length in bytes; "-" for null.</summary>
    private static string Canonical(string? field) =>
        field is null ? "-" : $"{Encoding.UTF8.GetByteCount(field).ToString(CultureInfo.InvariantCulture)}:{field}";
}
