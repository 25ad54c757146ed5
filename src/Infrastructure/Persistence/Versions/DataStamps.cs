using System.Numerics;

namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>The versions of all topics at one moment.</summary>
public sealed class DataStamps
{
    private readonly long[] stamps = new long[16];

    /// <param name="versions">By the names of the topics; one that is missing has not changed yet.</param>
    public DataStamps(IEnumerable<(string Topic, long Stamp)> versions)
    {
        foreach (var (topic, stamp) in versions)
        {
            if (Enum.TryParse<DataTopics>(topic, ignoreCase: true, out var known))
                stamps[BitOperations.Log2((uint)known)] = stamp;
        }
    }

    /// <summary>The versions of some topics, in their order.</summary>
    public IEnumerable<long> Of(DataTopics topics)
    {
        for (var rest = (uint)topics; rest != 0; rest &= rest - 1)
            yield return stamps[BitOperations.TrailingZeroCount(rest)];
    }
}
