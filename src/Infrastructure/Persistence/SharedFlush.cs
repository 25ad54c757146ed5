namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Transactions that are under way together share one flush of the write-ahead log. Each commits without waiting for the disk, so that
/// its locks are gone at once and the next one on the same plan goes on, and is answered when a flush that began after its commit is
/// done: what was answered is as durable as by a commit of its own. A transaction that is alone commits and flushes in one step.
/// </summary>
internal sealed class SharedFlush(PlanDatabase database)
{
    private readonly Lock turn = new();
    private TaskCompletionSource? next;
    private bool isFlushing;
    private int writers;
    private long begun;
    private long ended;
    private long flushed;

    /// <summary>Whether somebody else writes now, too.</summary>
    public bool IsShared => Volatile.Read(ref writers) > 1;

    public void BeginWriter() => Interlocked.Increment(ref writers);

    public void EndWriter() => Interlocked.Decrement(ref writers);

    /// <summary>Runs a commit that does not wait for the disk.</summary>
    public async Task CommitAsync(Func<Task> commit)
    {
        Interlocked.Increment(ref begun);
        try
        {
            await commit();
        }
        finally
        {
            Interlocked.Increment(ref ended);
        }
    }

    /// <summary>
    /// Ends when everything that anybody could have seen by now is on disk: what the caller wrote, and what it only read and answers by.
    /// </summary>
    /// <param name="hasCommitted">
    /// Whether the caller has committed something itself, which flushes what other instances of the service committed before. A caller
    /// that answers by what it only read may have read it from one of these, so it flushes in any case.
    /// </param>
    public Task WaitAsync(bool hasCommitted)
    {
        if (hasCommitted && Volatile.Read(ref begun) == Volatile.Read(ref flushed))
            return Task.CompletedTask;
        TaskCompletionSource mine;
        lock (turn)
        {
            if (next is not null)
                return next.Task;
            mine = next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (isFlushing)
                return mine.Task;
            isFlushing = true;
        }

        _ = FlushForAllAsync();
        return mine.Task;
    }

    /// <summary>Goes on until nobody waits.</summary>
    private async Task FlushForAllAsync()
    {
        while (TakeNext() is { } waiting)
        {
            // A commit that is still under way may have been seen, and may come too late for this flush.
            var (before, whole) = (Volatile.Read(ref ended), Volatile.Read(ref begun));
            try
            {
                await database.FlushAsync();
                if (before == whole)
                    Volatile.Write(ref flushed, whole);
                waiting.SetResult();
            }
            catch (Exception exception)
            {
                waiting.SetException(exception);
            }
        }
    }

    private TaskCompletionSource? TakeNext()
    {
        lock (turn)
        {
            var waiting = next;
            next = null;
            isFlushing = waiting is not null;
            return waiting;
        }
    }
}
