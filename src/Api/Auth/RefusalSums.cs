using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Counts what was refused to callers who did not sign in, and writes the sums to the log and the audit trail every
/// minute. One record for each refusal would let anybody fill the disk.
/// </summary>
internal sealed partial class RefusalSums(IServiceScopeFactory scopes, TimeProvider time, ILogger<RefusalSums> logger)
    : BackgroundService
{
    /// <summary>The maximum number of sums of one minute; further kinds of refusals are counted together.</summary>
    public const int MostKinds = 50;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Dictionary<Kind, Sum> sums = [];

    /// <param name="address">Where the refused request came from.</param>
    public void Note(string? address, AuditEntry refusal)
    {
        var kind = new Kind(refusal.Action, string.Join('\n', refusal.Subjects), address, refusal.Reason);
        Add(kind, new Sum(1, time.GetUtcNow()));
    }

    /// <summary>Writes the sums. What cannot be recorded now is counted on, and recorded the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        Dictionary<Kind, Sum> told;
        lock (gate)
            (told, sums) = (sums, []);
        foreach (var (kind, sum) in told)
        {
            LogRefusals(sum.Count, kind.Action, kind.Address, kind.Reason ?? kind.Subjects.ReplaceLineEndings(", "));
            try
            {
                await RecordAsync(kind, sum, cancellationToken);
            }
            catch (Exception exception)
            {
                LogFailure(exception.Message);
                Add(kind, sum);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
    }

    private void Add(Kind kind, Sum sum)
    {
        lock (gate)
        {
            if (!sums.ContainsKey(kind) && sums.Count >= MostKinds)
                kind = new Kind("other", "", null, "Further kinds of refusals, from any address");
            sums[kind] = sums.TryGetValue(kind, out var before) ? new Sum(before.Count + sum.Count, before.Since) : sum;
        }
    }

    private async Task RecordAsync(Kind kind, Sum sum, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = Caller.Anonymous with { Address = kind.Address };
        string[] subjects = kind.Subjects.Length == 0 ? [] : kind.Subjects.Split('\n');
        var entry = new AuditEntry(AuditKind.Refusal, kind.Action, subjects)
        {
            Reason = kind.Reason,
            After = new { sum.Count, sum.Since },
        };
        await scope
            .ServiceProvider.As(caller)
            .GetRequiredService<IAuditTrail>()
            .RecordAsync([entry], cancellationToken);
    }

    private readonly record struct Kind(string Action, string Subjects, string? Address, string? Reason);

    private readonly record struct Sum(long Count, DateTimeOffset Since);

    [LoggerMessage(LogLevel.Warning, "{Count} refusals of {Action} to {Address}: {Reason}")]
    private partial void LogRefusals(long count, string action, string? address, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "Sums of refusals could not be recorded; the next attempt is in a minute: {Reason}"
    )]
    private partial void LogFailure(string reason);
}
