using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Counts refusals, and writes the sums to the log and the audit trail every minute: all of callers who did not sign in,
/// and of each other caller those after the first ones of the minute. One record for each refusal would let anybody fill
/// the disk.
/// </summary>
internal sealed partial class RefusalSums(IServiceScopeFactory scopes, TimeProvider time, ILogger<RefusalSums> logger)
    : BackgroundService
{
    /// <summary>
    /// The maximum number of sums of one minute for callers who signed in, and for the others; further kinds of refusals
    /// are counted together.
    /// </summary>
    public const int MostKinds = 50;

    /// <summary>How many refusals of a signed-in caller are recorded one by one in a minute.</summary>
    public const int MostAlone = 10;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Dictionary<Kind, Sum> sums = [];
    private Dictionary<string, int> alone = [];

    /// <summary>Whether a refusal is to be recorded by itself; otherwise it is counted.</summary>
    public bool IsAlone(Caller caller, AuditEntry refusal)
    {
        lock (gate)
        {
            var before = alone.GetValueOrDefault(caller.Name);
            if (caller.IsSignedIn && before < MostAlone)
            {
                alone[caller.Name] = before + 1;
                return true;
            }
        }

        Note(caller, refusal);
        return false;
    }

    public void Note(Caller caller, AuditEntry refusal)
    {
        var who = caller with { RequestId = null };
        var kind = new Kind(refusal.Action, string.Join('\n', refusal.Subjects), who.Name, who.Address, refusal.Reason);
        Add(kind, new Sum(1, time.GetUtcNow(), who));
    }

    /// <summary>Writes the sums. What cannot be recorded now is counted on, and recorded the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        Dictionary<Kind, Sum> told;
        lock (gate)
            (told, sums, alone) = (sums, [], []);
        foreach (var (kind, sum) in told)
        {
            LogRefusals(
                sum.Count,
                kind.Action,
                kind.Name,
                kind.Address,
                kind.Reason ?? kind.Subjects.ReplaceLineEndings(", ")
            );
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
            if (
                !sums.ContainsKey(kind)
                && sums.Values.Count(other => other.IsOfStranger == sum.IsOfStranger) >= MostKinds
            )
            {
                var any = sum.IsOfStranger ? Caller.Anonymous : Caller.Anonymous with { Name = "several callers" };
                kind = new Kind("other", "", any.Name, null, "Further kinds of refusals, from any address");
                sum = sum with { Caller = any };
            }

            sums[kind] = sums.TryGetValue(kind, out var before)
                ? before with
                {
                    Count = before.Count + sum.Count,
                }
                : sum;
        }
    }

    private async Task RecordAsync(Kind kind, Sum sum, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        string[] subjects = kind.Subjects.Length == 0 ? [] : kind.Subjects.Split('\n');
        var entry = new AuditEntry(AuditKind.Refusal, kind.Action, subjects)
        {
            Reason = kind.Reason,
            After = new { sum.Count, sum.Since },
        };
        await scope
            .ServiceProvider.As(sum.Caller)
            .GetRequiredService<IAuditTrail>()
            .RecordAsync([entry], cancellationToken);
    }

    private readonly record struct Kind(string Action, string Subjects, string Name, string? Address, string? Reason);

    private readonly record struct Sum(long Count, DateTimeOffset Since, Caller Caller)
    {
        public bool IsOfStranger => !Caller.IsSignedIn;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} refusals of {Action} to {Name} at {Address}: {Reason}")]
    private partial void LogRefusals(long count, string action, string name, string? address, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "Sums of refusals could not be recorded; the next attempt is in a minute: {Reason}"
    )]
    private partial void LogFailure(string reason);
}
