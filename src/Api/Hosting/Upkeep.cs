using Mediator;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Idempotency;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// What the service does by itself, every minute: frees commitments that have expired, and forgets old idempotency keys.
/// </summary>
internal sealed partial class Upkeep(
    IServiceScopeFactory scopes,
    CommitmentExpiry expiry,
    TimeProvider time,
    IConfiguration configuration,
    ILogger<Upkeep> logger
) : BackgroundService
{
    private readonly int keyDays = configuration.GetValue("Idempotency:RetentionDays", 90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var mediator = scope.ServiceProvider.GetRequiredService<ISender>();
                await expiry.RunAsync(mediator, stoppingToken);
                await mediator.Send(new ForgetOldKeys(keyDays), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The next minute tries again.
                LogFailure(exception);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Upkeep failed; it is tried again in a minute")]
    private partial void LogFailure(Exception exception);
}
