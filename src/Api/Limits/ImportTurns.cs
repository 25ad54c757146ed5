using System.Threading.RateLimiting;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans.Importing;

namespace TeacherDevPlan.Api.Limits;

/// <summary>Lets one import of each caller run at once, and few in all. Others wait in the order in which they came.</summary>
internal sealed class ImportTurns : IImportTurns, IDisposable
{
    /// <summary>The maximum number of imports that run at once.</summary>
    private const int AtOnce = 2;

    /// <summary>The maximum number of imports of one caller that wait; further ones are refused.</summary>
    private const int QueuedOfCaller = 8;

    private const int Queued = 256;

    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<string, string>(caller =>
            RateLimitPartition.GetConcurrencyLimiter(caller, _ => Limit(1, QueuedOfCaller))
        ),
        PartitionedRateLimiter.Create<string, string>(_ =>
            RateLimitPartition.GetConcurrencyLimiter("", _ => Limit(AtOnce, Queued))
        )
    );

    public async ValueTask<IDisposable> WaitAsync(string caller, CancellationToken cancellationToken)
    {
        var turn = await turns.AcquireAsync(caller, 1, cancellationToken);
        if (turn.IsAcquired)
            return turn;
        turn.Dispose();
        throw new QueryRefusedException(
            "TOO_MANY_IMPORTS",
            null,
            $"Too many imports are waiting, {QueuedOfCaller} of one caller at most. Send this one again when the others have ended."
        );
    }

    public void Dispose() => turns.Dispose();

    private static ConcurrencyLimiterOptions Limit(int permits, int queued) =>
        new()
        {
            PermitLimit = permits,
            QueueLimit = queued,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
}
