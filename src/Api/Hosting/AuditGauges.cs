using System.Diagnostics.Metrics;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// Measures the size of the audit trail every minute, as metrics of the meter <c>TeacherDevPlan</c>, which
/// dotnet-counters and OpenTelemetry's agents for .NET read.
/// </summary>
internal sealed partial class AuditGauges(
    PlanDatabase database,
    IMeterFactory meters,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<AuditGauges> logger
) : Job(lifetime)
{
    public const string Meter = "TeacherDevPlan";

    private AuditSize size = new(0, 0, null);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create(Meter);
        meter.CreateObservableGauge("teacherdevplan.audit.records", () => size.Records, "{record}");
        meter.CreateObservableGauge("teacherdevplan.audit.size", () => size.Bytes, "By");
        meter.CreateObservableGauge("teacherdevplan.audit.oldest_age", OldestAge, "s");
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do await OnceAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private double OldestAge() =>
        size.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow().UtcDateTime - oldest).TotalSeconds) : 0;

    private async Task OnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            size = await database.ReadAuditSizeAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The size of the audit trail could not be measured: {Reason}")]
    private partial void LogFailure(string reason);
}
