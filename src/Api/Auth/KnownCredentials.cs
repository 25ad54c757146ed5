using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Remembers credentials by their digest for a short while: accepted ones, so that their holder's own limit applies before
/// they are checked again, and unknown access tokens, so that repeating one costs no look into the database. Neither lets
/// anybody in.
/// </summary>
internal sealed class KnownCredentials : IDisposable
{
    /// <summary>The maximum number of remembered credentials of each kind; the oldest are forgotten first.</summary>
    private const int Most = 20_000;

    private static readonly TimeSpan AcceptedFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UnknownFor = TimeSpan.FromSeconds(30);

    private readonly MemoryCache accepted = new(new MemoryCacheOptions { SizeLimit = Most });
    private readonly MemoryCache unknown = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The client that the credentials of a request were accepted for lately; null if they were not.</summary>
    public string? ClientOf(HttpRequest request) => accepted.Get<string>(Key(request));

    public void Accept(HttpRequest request, string client) => Set(accepted, Key(request), client, AcceptedFor);

    public void Forget(HttpRequest request) => accepted.Remove(Key(request));

    /// <summary>Whether the access token of a request was found to be unknown a moment ago.</summary>
    public bool IsUnknown(HttpRequest request) => unknown.TryGetValue(Key(request), out _);

    public void SetUnknown(HttpRequest request) => Set(unknown, Key(request), "", UnknownFor);

    public void Dispose()
    {
        accepted.Dispose();
        unknown.Dispose();
    }

    private static void Set(MemoryCache cache, string key, string value, TimeSpan time) =>
        cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = time });

    private static string Key(HttpRequest request) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())));
}
