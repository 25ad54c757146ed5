using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TeacherDevPlan.Api.Auth;

/// <summary>The issuer is unreachable, so its tokens can be neither accepted nor refused.</summary>
internal sealed class IssuerAwayException() : Exception("The issuer of the token does not respond.");

/// <summary>
/// The signing keys of the issuer. They are loaded in the background, by one request at a time, and no caller waits
/// longer for them than <see cref="Patience"/>.
/// </summary>
internal sealed partial class IssuerKeys : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    /// <summary>How long a caller waits for the issuer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the background request waits.</summary>
    private static readonly TimeSpan IssuerPatience = TimeSpan.FromSeconds(10);

    /// <summary>The time after which keys are loaded again without a reason, to notice withdrawn ones.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The time in which bad signatures under the same key id are a reason to load the keys only once.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    private readonly string address;
    private readonly HttpClient client = new() { Timeout = IssuerPatience };
    private readonly HttpDocumentRetriever documents;
    private readonly TimeProvider time;
    private readonly ILogger<IssuerKeys> logger;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> doubted = new(StringComparer.Ordinal);

    /// <summary>Tokens with invented key ids must not become a flood of requests to the issuer.</summary>
    private readonly TokenBucketRateLimiter loads = new(
        new TokenBucketRateLimiterOptions
        {
            TokenLimit = 10,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }
    );

    private OpenIdConnectConfiguration? current;
    private DateTimeOffset loadedAt;
    private Task<bool>? loading;

    public IssuerKeys(AuthOptions options, TimeProvider time, ILogger<IssuerKeys> logger)
    {
        (this.time, this.logger) = (time, logger);
        address = $"{options.Oidc.Authority!.TrimEnd('/')}/.well-known/openid-configuration";
        documents = new HttpDocumentRetriever(client) { RequireHttps = options.Oidc.NeedsHttps };
    }

    /// <summary>The keys.</summary>
    /// <exception cref="IssuerAwayException">They were never loaded, and the issuer does not respond in time.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var known = Volatile.Read(ref current);
        if (known is null)
            return await ReloadAsync(cancel) ?? throw new IssuerAwayException();
        if (time.GetUtcNow() - loadedAt > Lifetime)
            _ = Load();
        return known;
    }

    public void RequestRefresh() => _ = Load();

    /// <summary>Loads the keys again. Returns null if the issuer does not respond in time.</summary>
    public async Task<OpenIdConnectConfiguration?> ReloadAsync(CancellationToken cancellationToken)
    {
        if (Load() is not { } load)
            return null;
        try
        {
            return await load.WaitAsync(Patience, time, cancellationToken) ? current : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a bad signature under a known key id is a reason to load the keys: the issuer may have replaced the key under
    /// the same id. It is one once a minute for each id.
    /// </summary>
    public bool IsReasonToDoubt(string keyId)
    {
        var now = time.GetUtcNow();
        foreach (var (id, at) in doubted)
        {
            if (now - at > Doubt)
                doubted.TryRemove(id, out _);
        }

        return current?.SigningKeys.Any(key => key.KeyId == keyId) == true && doubted.TryAdd(keyId, now);
    }

    public void Dispose()
    {
        client.Dispose();
        loads.Dispose();
    }

    /// <summary>The request in progress or a new one; null if there were too many.</summary>
    private Task<bool>? Load()
    {
        lock (gate)
        {
            if (loading is { IsCompleted: false })
                return loading;
            using var permit = loads.AttemptAcquire();
            return permit.IsAcquired ? loading = Task.Run(LoadAsync) : null;
        }
    }

    private async Task<bool> LoadAsync()
    {
        try
        {
            current = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, CancellationToken.None);
            loadedAt = time.GetUtcNow();
            return true;
        }
        catch (Exception exception)
        {
            LogAway(exception.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The keys of the issuer could not be loaded: {Reason}")]
    private partial void LogAway(string reason);
}
