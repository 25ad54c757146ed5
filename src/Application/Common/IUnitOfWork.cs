namespace TeacherDevPlan.Application.Common;

/// <summary>The transaction that a command runs in.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs an operation in one transaction: kept where <paramref name="keep"/> says so, else undone. Where another
    /// transaction came first, it is run again.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<Task<T>> operation, Func<T, bool> keep, CancellationToken cancellationToken);

    /// <summary>Writes what was changed of entities that were opened; how many rows were added, changed or removed.</summary>
    Task<int> SaveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Leaves the next transaction open, so that reads see what it wrote, until <see cref="EndRehearsalAsync"/> undoes it.
    /// </summary>
    void BeginRehearsal();

    /// <summary>Undoes what was rehearsed, if anything was.</summary>
    Task EndRehearsalAsync();
}
