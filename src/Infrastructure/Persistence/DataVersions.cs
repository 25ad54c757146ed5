using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Reads the versions for many at once: whoever asks gets those of a reading that began after that, and at most one is under way.
/// However many poll, the database is asked as often as one client could.
/// </summary>
public sealed class DataVersions(PlanDatabase database)
{
    private readonly Lock turn = new();
    private TaskCompletionSource<DataStamps>? next;
    private bool isReading;

    /// <summary>The versions as they are after this was asked.</summary>
    /// <exception cref="Application.Common.StoreUnavailableException">The database does not respond.</exception>
    public Task<DataStamps> CurrentAsync()
    {
        TaskCompletionSource<DataStamps> mine;
        lock (turn)
        {
            if (next is not null)
                return next.Task;
            mine = next = new TaskCompletionSource<DataStamps>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (isReading)
                return mine.Task;
            isReading = true;
        }

        _ = ReadForAllAsync();
        return mine.Task;
    }

    /// <summary>Goes on until nobody waits.</summary>
    private async Task ReadForAllAsync()
    {
        while (TakeNext() is { } waiting)
        {
            try
            {
                waiting.SetResult(await database.ReadStampsAsync());
            }
            catch (Exception exception)
            {
                waiting.SetException(exception);
            }
        }
    }

    private TaskCompletionSource<DataStamps>? TakeNext()
    {
        lock (turn)
        {
            var waiting = next;
            next = null;
            isReading = waiting is not null;
            return waiting;
        }
    }
}
