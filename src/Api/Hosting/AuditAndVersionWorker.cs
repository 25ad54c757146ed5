using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// Every second, appends new audit records to the hash chain and combines the rows of <c>data_changes</c> into
/// <c>data_versions</c>.
/// </summary>
internal sealed partial class AuditAndVersionWorker(
    PlanDatabase database,
    TimeProvider time,
    ILogger<AuditAndVersionWorker> logger
) : BackgroundService
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
            // The service is stopping; the rest is processed after the next start.
        }
    }

    private async Task OnceAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(exception.Message);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The audit chain or the data versions could not be updated; the next attempt is in a second: {Reason}"
    )]
    private partial void LogFailure(string reason);
}
