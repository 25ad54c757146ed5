using Mediator;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People.Figures;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Deletes old idempotency keys and settles figures about people, if there are any to do, every minute.</summary>
internal sealed partial class Upkeep(
    IServiceScopeFactory scopes,
    TimeProvider time,
    IConfiguration configuration,
    IHostApplicationLifetime lifetime,
    ILogger<Upkeep> logger
) : Job(lifetime)
{
    private readonly int keyDays = Settings.Read<IdempotencySettings>(configuration).RetentionDays;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do await OnceAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task OnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var mediator = scope.ServiceProvider.AsSystem().GetRequiredService<ISender>();
            await mediator.Send(new ForgetOldKeys(keyDays), cancellationToken);
            await mediator.Send(new SettlePeopleFigures(ThaiDay.Of(time.GetUtcNow())), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The next minute retries.
            LogFailure(exception);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Old idempotency keys could not be deleted, or figures about people not settled; the next attempt is in a minute"
    )]
    private partial void LogFailure(Exception exception);
}
