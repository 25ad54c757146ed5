using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Infrastructure.Persistence;

internal sealed class UnitOfWork(PlanDbContext context) : IUnitOfWork
{
    public async Task<T> InTransactionAsync<T>(
        Func<Task<T>> operation,
        Func<T, bool> keep,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await operation();
        if (keep(result))
            await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
