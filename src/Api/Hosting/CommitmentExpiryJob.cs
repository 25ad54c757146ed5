using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Application.Ledger;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// Releases expired commitments every minute, because a new day may have begun or the service may have been down at
/// midnight. While this fails, the pauses between attempts grow, so as not to burden a database in trouble.
/// </summary>
internal sealed partial class CommitmentExpiryJob(
    CommitmentExpiry expiry,
    TimeProvider time,
    IConfiguration configuration,
    IHostApplicationLifetime lifetime,
    ILogger<CommitmentExpiryJob> logger
) : Job(lifetime)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private readonly TimeSpan every = TimeSpan.FromMinutes(
        Settings.Read<CommitmentSettings>(configuration).ReleaseEveryMinutes
    );

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var pause = every;
        while (true)
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

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause < LongestPause / 2 ? pause * 2 : LongestPause;

    [LoggerMessage(
        LogLevel.Warning,
        "Expired commitments could not be released; the next attempt is in {Pause} or later"
    )]
    private partial void LogFailure(TimeSpan pause, Exception exception);
}
