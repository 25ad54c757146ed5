using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>What was written is settled a second later: what was put on record is chained, and what has changed is summed up.</summary>
internal sealed partial class Settling(PlanDatabase database, TimeProvider time, ILogger<Settling> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await OnceAsync(database.ChainAuditAsync, stoppingToken);
                await OnceAsync(database.FoldChangesAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; what is not settled yet is when it starts again.
        }
    }

    private async Task OnceAsync(Func<CancellationToken, Task> settle, CancellationToken cancellationToken)
    {
        try
        {
            await settle(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was written could not be settled; it is tried again in a second: {Reason}")]
    private partial void LogFailure(string reason);
}
