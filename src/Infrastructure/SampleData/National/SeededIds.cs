using System.Buffers.Binary;

namespace TeacherDevPlan.Infrastructure.SampleData.National;

/// <summary>Ids in the form of version-7 UUIDs (RFC 9562) that come from the seed: a moment, and dice.</summary>
internal sealed class SeededIds(Dice dice, DateTime start)
{
    private int given;

    /// <summary>An id as of something that was stored with everything else, some of it each millisecond.</summary>
    public Guid Next() => At(start.AddMilliseconds(given++ / 8));

    /// <summary>An id as of something that was stored at a moment (UTC).</summary>
    public Guid At(DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = (ulong)(moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (milliseconds << 16) | 0x7000 | (dice.Next() >> 52));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (2UL << 62) | (dice.Next() >> 2));
        return new Guid(bytes, bigEndian: true);
    }
}
