using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>A place in the chain of hashes: how many records lead to it, and the hash there.</summary>
internal sealed record ChainEnd(long Position, byte[] Hash)
{
    private static readonly int Salt = Array.IndexOf(AuditSql.Names, "salt");
    private static readonly int Original = Array.IndexOf(AuditSql.Names, "original");

    /// <summary>Where every chain begins.</summary>
    public static ChainEnd Beginning => new(0, SHA256.HashData("teacherdevplan"u8));

    public string Hex => Convert.ToHexStringLower(Hash);

    public bool Is(ChainEnd other) => Position == other.Position && Hash.AsSpan().SequenceEqual(other.Hash);

    /// <summary>The place after the next record.</summary>
    /// <param name="fields">The record's fields, in the order of <see cref="AuditSql.Fields"/>.</param>
    public ChainEnd Next(string?[] fields)
    {
        var digest = fields.Length > Original ? Convert.FromHexString(fields[Original]!) : DigestOf(fields);
        Span<byte> link = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long) + SHA256.HashSizeInBytes];
        Hash.CopyTo(link);
        BinaryPrimitives.WriteInt64BigEndian(link[SHA256.HashSizeInBytes..], Position + 1);
        digest.CopyTo(link[^SHA256.HashSizeInBytes..]);
        return new ChainEnd(Position + 1, SHA256.HashData(link));
    }

    /// <summary>Whether a record in which a name was replaced is as the replacement left it.</summary>
    public static bool IsLeftBy(byte[] present, string?[] fields) =>
        DigestOf(fields[..Salt]).AsSpan().SequenceEqual(present);

    private static byte[] DigestOf(string?[] fields) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Canonical))));

    /// <summary>A field with its length in bytes; "-" for null.</summary>
    private static string Canonical(string? field) =>
        field is null ? "-" : $"{Encoding.UTF8.GetByteCount(field).ToString(CultureInfo.InvariantCulture)}:{field}";
}
