using TeacherDevPlan.Application.Budgets;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// Frees expired commitments, every minute: a new day has begun then, or the service has been away over one. While it fails it is
/// tried ever less often, so that a database in trouble is left alone.
/// </summary>
internal sealed partial class CommitmentExpiryJob(
    CommitmentExpiry expiry,
    TimeProvider time,
    IConfiguration configuration,
    ILogger<CommitmentExpiryJob> logger
) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private readonly TimeSpan every = TimeSpan.FromMinutes(
        configuration.GetValue("Commitments:ReleaseEveryMinutes", 1)
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = every;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await expiry.RunAsync(stoppingToken);
                pause = every;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(pause, exception);
                pause = Longer(pause);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause < LongestPause / 2 ? pause * 2 : LongestPause;

    [LoggerMessage(LogLevel.Warning, "Expired commitments could not be freed; it is tried again after {Pause} or more")]
    private partial void LogFailure(TimeSpan pause, Exception exception);
}
