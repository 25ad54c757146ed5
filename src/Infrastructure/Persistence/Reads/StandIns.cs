using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>Values that a tree's statements are made with: they stand nowhere else, so it is known what each is in the place of.</summary>
internal sealed class StandIns(ReadTree tree)
{
    private readonly Guid[] ids = tree.IsOfOne ? [Guid.NewGuid()] : [Guid.NewGuid(), Guid.NewGuid()];

    public Ids Ids => Ids.Of(ids);

    public int? ArgumentOf(int read) => tree.Reads[read].Argument is null ? null : int.MinValue + read;

    /// <summary>The place among the tree's values of what one stands for; null for any other value.</summary>
    public int? PlaceOf(object? value) =>
        value switch
        {
            int number when number < int.MinValue + tree.Reads.Count => number - int.MinValue + 1,
            Guid id when id == ids[0] => 0,
            Guid[] many when many == ids => 0,
            _ => null,
        };
}
