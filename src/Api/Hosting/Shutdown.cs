using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeacherDevPlan.Api.Configuration;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>How long the parts of an orderly stop take.</summary>
[Section("Shutdown")]
internal sealed record ShutdownSettings
{
    /// <summary>Seconds in which requests are still accepted although the service says that it is not ready.</summary>
    [Range(0, 600)]
    public int NotReadySeconds { get; init; }

    /// <summary>Seconds in which accepted requests can finish; then they are cancelled.</summary>
    [Range(1, 600)]
    public int FinishSeconds { get; init; } = 30;
}

/// <summary>
/// Stops the service in order: first it is not ready, so that a load balancer sends requests elsewhere; then it accepts
/// no more; then the requests that it has accepted finish.
/// </summary>
internal sealed class Shutdown(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy("The service is stopping.")
                : HealthCheckResult.Healthy()
        );

    /// <summary>Waits until somebody asks the service to stop, and stops it.</summary>
    public static async Task WhenAskedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            app.Lifetime.ApplicationStopping
        );
        await Task.Delay(Timeout.Infinite, asked.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        app.Lifetime.StopApplication();
        var settings = Settings.Read<ShutdownSettings>(app.Configuration);
        await Task.Delay(TimeSpan.FromSeconds(settings.NotReadySeconds), CancellationToken.None);
        await app.StopAsync(CancellationToken.None);
    }
}
