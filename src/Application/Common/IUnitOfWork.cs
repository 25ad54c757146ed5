namespace TeacherDevPlan.Application.Common;

/// <summary>The transaction that a command runs in.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs an operation in one transaction: kept where <paramref name="keep"/> says so, else undone.</summary>
    Task<T> InTransactionAsync<T>(Func<Task<T>> operation, Func<T, bool> keep, CancellationToken cancellationToken);
}
