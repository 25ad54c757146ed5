using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Access;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// Every second, appends new audit records to the hash chain, combines the rows of <c>data_changes</c> into
/// <c>data_versions</c>, writes when access tokens were used, and asks for the database's time. A statement that is not
/// answered in time makes <see cref="PlanDatabase"/> close all idle connections, so that dead ones are found while no
/// request waits for them.
/// </summary>
internal sealed partial class AuditAndVersionWorker(
    PlanDatabase database,
    TokenUses uses,
    DatabaseClock clock,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<AuditAndVersionWorker> logger
) : Job(lifetime)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private string[] lastFailures = [];

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            string?[] failures =
            [
                await OnceAsync(clock.MeasureAsync, stoppingToken),
                await OnceAsync(database.ChainAuditAsync, stoppingToken),
                await OnceAsync(database.FoldChangesAsync, stoppingToken),
                await OnceAsync(uses.FlushAsync, stoppingToken),
            ];
            // An outage lasts many seconds; its reasons are logged once.
            foreach (var reason in failures.OfType<string>().Except(lastFailures))
                LogFailure(reason);
            lastFailures = [.. failures.OfType<string>()];
        }
    }

    /// <returns>The reason if it failed.</returns>
    private async Task<string?> OnceAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await database.RunAsync(
                Limit,
                async limited =>
                {
                    await step(limited);
                    return true;
                },
                cancellationToken
            );
            return null;
        }
        catch (Exception exception)
            when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return exception.Message;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The audit chain, the data versions, the uses of access tokens or the clock could not be updated; further attempts are made every second: {Reason}"
    )]
    private partial void LogFailure(string reason);
}
