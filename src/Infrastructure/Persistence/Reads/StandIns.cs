using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>
/// Values that a statement is made with: they stand nowhere else, so it is known what each is in the place of. A value that a query
/// computes of them would not be known again: reads do not.
/// </summary>
internal sealed class StandIns
{
    private readonly ReadKey key;
    private readonly object?[] values;

    public StandIns(ReadKey key, IReadOnlyList<BatchRead> path)
    {
        this.key = key;
        values = [.. ValuesOf(key, path).Select(StandIn)];
    }

    /// <summary>What the root is asked for with.</summary>
    public Ids Ids => key.Ids(values[..key.Values.Count]!);

    /// <summary>The values of a statement: those of the key, and the argument of each read from the root on.</summary>
    public static IReadOnlyList<object?> ValuesOf(ReadKey key, IReadOnlyList<BatchRead> path) =>
        [.. key.Values, .. path.Select(read => (object?)read.Argument)];

    public int? ArgumentOf(int read) => (int?)values[key.Values.Count + read];

    /// <summary>The place among the values of what one stands for; null for any other value.</summary>
    public int? PlaceOf(object? value) =>
        value is not null && Array.IndexOf(values, value) is >= 0 and var place ? place : null;

    private static object? StandIn(object? value, int place) =>
        value switch
        {
            null => null,
            int => int.MinValue + place,
            string => Guid.NewGuid().ToString(),
            Guid => Guid.NewGuid(),
            IReadOnlyList<Guid> => new List<Guid> { Guid.NewGuid(), Guid.NewGuid() },
            _ => throw new InvalidOperationException($"Nothing can be in the place of a {value.GetType()}."),
        };
}
