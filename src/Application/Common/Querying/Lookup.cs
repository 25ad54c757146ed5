using Mediator;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>One row, by what people know it by.</summary>
/// <param name="Name">Lookups of equal names differ in the values alone.</param>
/// <param name="Find">The row of some values; there is at most one.</param>
public sealed record Lookup<T>(
    string Name,
    IReadOnlyList<object> Values,
    Func<IReadOnlyList<object>, IQueryable<T>> Find
);

/// <summary>A query for one row. As with lists, what of it is read, and what with it, is known only to who asks.</summary>
public interface ILookupQuery<T> : IQuery<Lookup<T>>;
