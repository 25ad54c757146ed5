using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>What a read is asked for with.</summary>
/// <param name="Name">Keys of equal names differ in the values alone.</param>
/// <param name="Count">How many rows it can be at most that they are of.</param>
/// <param name="Ids">Made of the values, or of others in their place.</param>
public sealed record ReadKey(string Name, int Count, IReadOnlyList<object> Values, Func<IReadOnlyList<object>, Ids> Ids)
{
    /// <summary>One id is looked up in another way than many.</summary>
    public static ReadKey Of(IReadOnlyList<Guid> ids) =>
        ids is [var only]
            ? new ReadKey("id", 1, [only], values => Querying.Ids.Of([(Guid)values[0]]))
            : new ReadKey("ids", ids.Count, [ids], values => Querying.Ids.Of((IReadOnlyList<Guid>)values[0]));

    public static ReadKey Of<T>(Lookup<T> lookup)
        where T : Entity => new(lookup.Name, 1, lookup.Values, values => Querying.Ids.Of(lookup.Find(values)));
}
