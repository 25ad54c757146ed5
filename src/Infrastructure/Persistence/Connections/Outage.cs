using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Infrastructure.Persistence.Connections;

/// <summary>
/// Distinguishes a database that is away, overloaded, read-only or full from one that has found a fault in a statement.
/// </summary>
public static class Outage
{
    /// <summary>Whether the database, or the way to it, failed. Every failure but an answer of the server is one.</summary>
    public static bool Is(Exception exception) =>
        exception switch
        {
            StoreUnavailableException or TimeoutException => true,
            // In each attempt, another caller had changed the same rows first.
            TransactionConflictException => true,
            // EF Core wraps both what it saves and what it considers transient.
            DbUpdateException or InvalidOperationException => exception.InnerException is { } inner && Is(inner),
            PostgresException answer => answer.IsTransient || IsOfServer(answer.SqlState),
            NpgsqlException => true,
            // Several hosts, none of which could be used.
            AggregateException several => several.InnerExceptions.Any(Is),
            _ => false,
        };

    /// <summary>The failure as the application knows it.</summary>
    public static StoreUnavailableException Unavailable(Exception outage) =>
        outage as StoreUnavailableException ?? new StoreUnavailableException(outage, TakesNoChanges(outage));

    /// <summary>Runs something, and throws its outages as the application knows them.</summary>
    public static T Translated<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (Is(exception))
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Whether the database is read-only or full, and still answers queries.</summary>
    private static bool TakesNoChanges(Exception? outage) =>
        outage switch
        {
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull } =>
                true,
            null => false,
            _ => TakesNoChanges(outage.InnerException),
        };

    /// <summary>Answers that say something about the server's state, not about the statement.</summary>
    private static bool IsOfServer(string state) =>
        state
            is PostgresErrorCodes.QueryCanceled
                or PostgresErrorCodes.ReadOnlySqlTransaction
                or PostgresErrorCodes.ObjectNotInPrerequisiteState
                or "25P03" // idle_in_transaction_session_timeout
                or "25P04" // transaction_timeout
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57P0", StringComparison.Ordinal)
        || state.StartsWith("08", StringComparison.Ordinal);
}
