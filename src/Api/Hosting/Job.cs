namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// A background job. It begins once the service has started, because a start that fails is to end with its own message
/// alone, and not with those of jobs whose database goes away. It ends when the service stops, even in the middle.
/// </summary>
internal abstract class Job(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What the job has left over is done after the next start.
        }
    }

    protected abstract Task RunAsync(CancellationToken stoppingToken);
}
