namespace TeacherDevPlan.Application.Common;

/// <summary>The transaction that a command runs in.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs an operation in one transaction, which is committed if <paramref name="keep"/> says so and otherwise rolled
    /// back. After a conflict with another transaction, the operation is run again.
    /// </summary>
    /// <param name="shares">Whether the operation does nothing but post to the ledger, so that the transaction can be one
    /// that other operations of the caller share.</param>
    Task<T> InTransactionAsync<T>(
        Func<Task<T>> operation,
        Func<T, bool> keep,
        bool shares,
        CancellationToken cancellationToken
    );

    /// <summary>Writes what was changed of entities that were opened; how many rows were added, changed or removed.</summary>
    Task<int> SaveAsync(CancellationToken cancellationToken);

    /// <summary>Runs an operation within the transaction and takes back whatever it changed, in the database and of
    /// opened entities.</summary>
    Task<T> TryOutAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken);

    /// <summary>Whether this is a dry run: the payload reads the changes, and then they are rolled back.</summary>
    bool IsRehearsal { get; }

    /// <summary>
    /// Leaves the next transaction open, so that reads see its changes, until <see cref="EndRehearsalAsync"/> rolls it
    /// back.
    /// </summary>
    void BeginRehearsal();

    /// <summary>Rolls back the open transaction of a dry run, if there is one.</summary>
    Task EndRehearsalAsync();
}
