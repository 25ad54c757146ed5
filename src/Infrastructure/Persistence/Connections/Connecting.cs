using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence.Connections;

/// <summary>Opens connections. If the server has none left, waits until one is free instead of refusing at once.</summary>
internal static class Connecting
{
    /// <summary>How long to wait for a connection that the server can give.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task<T> OpenAsync<T>(Func<Task<T>> open, CancellationToken cancellationToken)
    {
        var until = Environment.TickCount64 + (long)Longest.TotalMilliseconds;
        while (true)
        {
            try
            {
                return await open();
            }
            catch (Exception exception) when (IsFull(exception) && Environment.TickCount64 < until)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Whether the server has no connection left. EF Core wraps what it considers transient.</summary>
    private static bool IsFull(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
        == PostgresErrorCodes.TooManyConnections;
}
