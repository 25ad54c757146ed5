namespace TeacherDevPlan.Infrastructure.Persistence.Connections;

/// <summary>
/// Ends the wait for something at a time limit, also if it does not react to being cancelled. Npgsql cancels a statement
/// through a new connection and waits for it, which with a silent server takes as long as the statement did.
/// </summary>
internal static class TimeLimit
{
    /// <summary>How long after the limit something that was cancelled may take to end.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <exception cref="OperationCanceledException">The limit was reached, or the caller cancelled.</exception>
    /// <exception cref="TimeoutException">It has not ended although it was cancelled. It ends by itself; its result is
    /// ignored.</exception>
    public static async Task<T> RunAsync<T>(
        TimeSpan limit,
        Func<CancellationToken, Task<T>> run,
        CancellationToken caller
    )
    {
        var running = WithinAsync(limit, run, caller);
        try
        {
            return await running.WaitAsync(limit + Grace, caller);
        }
        catch (Exception) when (!running.IsCompleted)
        {
            _ = running.ContinueWith(
                static ended => _ = ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            throw;
        }
    }

    private static async Task<T> WithinAsync<T>(
        TimeSpan limit,
        Func<CancellationToken, Task<T>> run,
        CancellationToken caller
    )
    {
        using var source = new CancellationTokenSource();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(caller);
        await using var cancelling = timer.Token.UnsafeRegister(static state => CancelApart(state!), source);
        timer.CancelAfter(limit);
        // From here on, whoever calls goes on at the first wait.
        return await run(source.Token);
    }

    /// <summary>On a thread of its own, because it can block; there are at most as many as there are connections.</summary>
    private static void CancelApart(object source) =>
        _ = Task.Factory.StartNew(
            static state => ((CancellationTokenSource)state!).Cancel(),
            source,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
}
