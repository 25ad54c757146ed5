using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Chains what was put on record, every second.</summary>
internal sealed partial class AuditSealer(PlanDatabase database, TimeProvider time, ILogger<AuditSealer> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await OnceAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; what is not chained yet is when it starts again.
        }
    }

    private async Task OnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.ChainAuditAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Audit records could not be chained; it is tried again in a second: {Reason}")]
    private partial void LogFailure(string reason);
}
