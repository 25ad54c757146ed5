using System.Buffers.Binary;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>
/// Ids in the form of version-7 UUIDs (RFC 9562) that are derived from the seed: a time and pseudo-random bits.
/// </summary>
internal sealed class SeededIds(Dice dice, DateTime start)
{
    private int given;

    /// <summary>An id for a row that was stored together with all others, a number of rows per millisecond.</summary>
    public Guid Next() => At(start.AddMilliseconds(given++ / 8));

    /// <summary>An id for a row that was stored at a given time (UTC).</summary>
    public Guid At(DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = (ulong)(moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (milliseconds << 16) | 0x7000 | (dice.Next() >> 52));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (2UL << 62) | (dice.Next() >> 2));
        return new Guid(bytes, bigEndian: true);
    }
}
