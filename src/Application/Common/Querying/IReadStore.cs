using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// What a read operation sees: one snapshot of the database for all its statements, so that totals agree with their parts
/// also while others write. Rows are not tracked.
/// </summary>
public interface IReadStore
{
    IQueryable<T> Set<T>()
        where T : class;

    /// <summary>
    /// All rows, for those that belong to rows which the caller has seen already in this snapshot and that are seen whenever those are:
    /// their visibility is not looked up again.
    /// </summary>
    IQueryable<T> SetBelowSeen<T>()
        where T : class;

    /// <summary>The budgets as they stood at a moment; one without an entry by then holds nothing.</summary>
    IQueryable<ActivityBudget> BudgetsAsOf(DateTimeOffset moment);

    Task<IReadOnlyList<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>What is found, by id; what belongs to the rows is read along with them.</summary>
    /// <param name="isLast">Whether the operation reads nothing after this: the snapshot ends with it.</param>
    Task<IReadOnlyDictionary<Guid, TValue>> ReadAsync<TValue>(
        BatchRead<TValue> read,
        ReadKey key,
        bool isLast,
        CancellationToken cancellationToken
    );

    /// <summary>Ends the snapshot: the next statement begins a new one, which sees what was written since.</summary>
    Task RenewAsync();
}
