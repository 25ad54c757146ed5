using Microsoft.EntityFrameworkCore;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Locks on things by their names, held until the transaction ends.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Waits until nobody else holds it.</summary>
    public static Task LockAsync(this PlanDbContext context, string name, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))",
            cancellationToken
        );

    /// <summary>Waits until nobody holds it alone; others may share it.</summary>
    public static Task LockSharedAsync(this PlanDbContext context, string name, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock_shared(hashtextextended({name}, 0))",
            cancellationToken
        );
}
