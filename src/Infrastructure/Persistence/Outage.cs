using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Tells a database that is away or overloaded from one that has found a fault.</summary>
internal static class Outage
{
    public static bool Is(Exception exception) =>
        exception switch
        {
            // EF Core wraps both what it saves and what it takes for passing.
            DbUpdateException or InvalidOperationException => exception.InnerException is { } inner && Is(inner),
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => true,
            // A database that takes no connections at the moment.
            PostgresException { SqlState: PostgresErrorCodes.ObjectNotInPrerequisiteState } => true,
            NpgsqlException outage => outage.IsTransient || outage.InnerException is TimeoutException or IOException,
            _ => false,
        };
}
