namespace TeacherDevPlan.Api.Hosting;

internal static class ServiceStart
{
    /// <summary>
    /// Waits until the service has started. A start that fails ends with its own message alone, without those of jobs whose
    /// database goes away.
    /// </summary>
    /// <returns>False if the service ends instead.</returns>
    public static async Task<bool> StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompletedSuccessfully;
    }
}
