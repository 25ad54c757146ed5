using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Http;

/// <summary>Whether queries can be answered.</summary>
internal sealed class ReadingHealth(PlanDatabase database) : IHealthCheck
{
    public const string Name = "reading";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => HealthText.Result(await database.ReadingFaultAsync(cancellationToken));
}

/// <summary>Whether mutations can be executed: not on a standby, nor on a read-only or full database.</summary>
internal sealed class WritingHealth(PlanDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => HealthText.Result(await database.WritingFaultAsync(cancellationToken));
}

/// <summary>The answer to a health check: a line for the whole, and one for each fault.</summary>
internal static class HealthText
{
    public static HealthCheckResult Result(string? fault) =>
        fault is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(fault);

    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var faults = report
            .Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => $"{entry.Key}: {entry.Value.Description}");
        return http.Response.WriteAsync(string.Join('\n', faults.Prepend(report.Status.ToString())));
    }
}
