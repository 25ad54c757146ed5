using System.Numerics;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>The versions of all topics in one snapshot.</summary>
public sealed class DataStamps
{
    private readonly long[] stamps = new long[16];

    private DataStamps() { }

    /// <summary>Reads the result of <see cref="DataVersionSql.Read"/>. A topic without a row has not changed yet.</summary>
    internal static async Task<DataStamps> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var read = new DataStamps();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (Enum.TryParse<DataTopics>(rows.GetString(0), ignoreCase: true, out var known))
                read.stamps[BitOperations.Log2((uint)known)] = rows.GetInt64(1);
        }

        return read;
    }

    /// <summary>The versions of some topics, in their order.</summary>
    public IEnumerable<long> Of(DataTopics topics)
    {
        for (var rest = (uint)topics; rest != 0; rest &= rest - 1)
            yield return stamps[BitOperations.TrailingZeroCount(rest)];
    }
}
