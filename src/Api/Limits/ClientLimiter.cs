using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Limits;

/// <summary>Keeps the rate limits per client. A client is a signed-in caller, otherwise an address.</summary>
internal sealed class ClientLimiter : IDisposable
{
    private const string SignedIn = "user:";
    private const string NewCredentials = "sign-in:";

    /// <summary>The new credentials from all addresses together, as a client of their own.</summary>
    public const string AllSignIns = "all sign-ins";

    private readonly RateLimits limits;
    private readonly PartitionedRateLimiter<string> rates;
    private readonly PartitionedRateLimiter<string> turns;
    private readonly PartitionedRateLimiter<string> bodies;

    public ClientLimiter(RateLimits limits)
    {
        this.limits = limits;
        rates = PartitionedRateLimiter.Create<string, string>(Rate);
        turns = PartitionedRateLimiter.Create<string, string>(client =>
            AtOnce(client, limits.Concurrent, limits.Queued)
        );
        bodies = PartitionedRateLimiter.Create<string, string>(client => AtOnce(client, limits.LargeBodies, queued: 0));
    }

    public static string Client(HttpContext http)
    {
        if (http.User.Identity is { IsAuthenticated: true, Name: { } name })
            return SignedIn + name;
        return AddressOf(http);
    }

    /// <summary>The credentials from one address that were not accepted lately, as a client of their own.</summary>
    public static string SignIns(HttpContext http) => NewCredentials + AddressOf(http);

    public static bool IsSignIns(string client) => client.StartsWith(NewCredentials, StringComparison.Ordinal);

    private static string AddressOf(HttpContext http) =>
        ClientAddress.Of(http) is { } address ? $"address:{Network(address)}" : "local";

    /// <summary>The field cost that counts as one operation; an operation counts as one at least.</summary>
    public const int CostOfOperation = 1_000;

    /// <summary>How many operations an operation of this cost counts as.</summary>
    public static int Weight(OperationCost cost) =>
        (int)Math.Clamp((cost.FieldCost + CostOfOperation - 1) / CostOfOperation, 1, int.MaxValue);

    /// <summary>How many operations the client may still send at once; null if it may send any number.</summary>
    public long? RemainingOf(string client) =>
        RateOf(client).PerSecond == 0 ? null : rates.GetStatistics(client)?.CurrentAvailablePermits;

    /// <summary>
    /// Takes a number of operations from the client's current allowance; returns false if there are not enough.
    /// </summary>
    public RateLimitLease Take(string client, int operations) =>
        rates.AttemptAcquire(client, Math.Min(operations, RateOf(client).Burst));

    /// <summary>
    /// Waits until the client has few enough requests in progress. Disposing of the result ends the turn.
    /// </summary>
    public ValueTask<RateLimitLease> WaitAsync(string client, CancellationToken cancellationToken) =>
        turns.AcquireAsync(client, 1, cancellationToken);

    /// <summary>Permits a large body. Disposing of the result ends the permission.</summary>
    public RateLimitLease TakeBody(string client) => bodies.AttemptAcquire(client);

    public (int PerSecond, int Burst) RateOf(string client) =>
        client.StartsWith(SignedIn, StringComparison.Ordinal) ? (limits.SignedInPerSecond, limits.SignedInBurst)
        : IsSignIns(client) ? (limits.NewCredentialsPerSecond, limits.NewCredentialsBurst)
        : client == AllSignIns ? (limits.AllNewCredentialsPerSecond, limits.AllNewCredentialsBurst)
        : (limits.AnonymousPerSecond, limits.AnonymousBurst);

    public void Dispose()
    {
        rates.Dispose();
        turns.Dispose();
        bodies.Dispose();
    }

    /// <summary>
    /// The key of an address: an IPv4 address, or the /64 network of an IPv6 address, since its holder controls all of
    /// it.
    /// </summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private RateLimitPartition<string> Rate(string client)
    {
        var (perSecond, burst) = RateOf(client);
        return perSecond == 0
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetTokenBucketLimiter(
                client,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = burst,
                    TokensPerPeriod = perSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }
            );
    }

    private static RateLimitPartition<string> AtOnce(string client, int permits, int queued) =>
        permits == 0
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetConcurrencyLimiter(
                client,
                _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = permits,
                    QueueLimit = queued,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }
            );
}
