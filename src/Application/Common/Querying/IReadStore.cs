namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// What a read operation sees: one snapshot of the database for all its statements, so that totals agree with their parts
/// also while others write. Rows are not tracked.
/// </summary>
public interface IReadStore
{
    IQueryable<T> Set<T>()
        where T : class;

    Task<IReadOnlyList<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);
}
