using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>Values that a tree's statements are made with: they stand nowhere else, so it is known what each is in the place of.</summary>
internal sealed class StandIns
{
    private readonly ReadTree tree;
    private readonly object?[] values;

    public StandIns(ReadTree tree)
    {
        this.tree = tree;
        values = [.. tree.Values.Select(StandIn)];
    }

    /// <summary>What the root is asked for with.</summary>
    public Ids Ids => tree.Key.Ids(values[..tree.Key.Values.Count]!);

    public int? ArgumentOf(int read) => (int?)values[tree.Key.Values.Count + read];

    /// <summary>The place among the tree's values of what one stands for; null for any other value.</summary>
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
