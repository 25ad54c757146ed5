using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// Automatic persisted queries, by the protocol that clients such as Apollo's use: a client sends the SHA-256 of a
/// document instead of the document, and both if this process does not know the hash. The documents are kept in memory.
/// Those of callers who did not sign in are kept apart, so that they cannot push out the others.
/// </summary>
internal sealed class PersistedQueries(GraphQLLimits limits, TrustedDocuments trusted) : IDisposable
{
    /// <summary>The memory that an entry takes besides its text, in characters.</summary>
    private const int EntrySize = 500;

    private readonly MemoryCache ofSignedIn = NewCache(limits);
    private readonly MemoryCache ofAnonymous = NewCache(limits);

    /// <summary>The request with the document that its hash stands for, if it has a hash.</summary>
    public GraphQLHttpRequest Complete(GraphQLHttpRequest request)
    {
        if (request.PersistedHash is not { } hash)
            return request;
        if (request.Query.Length > 0)
            return HashOf(request.Query) == hash
                ? request
                : throw HttpRequestRefused.BadRequest(
                    "PERSISTED_QUERY_HASH_MISMATCH",
                    "extensions.persistedQuery.sha256Hash is not the SHA-256 of the query."
                );
        var known = trusted.TextOf(hash) ?? ofSignedIn.Get<string>(hash) ?? ofAnonymous.Get<string>(hash);
        if (known is not null)
            return request with { Query = known };
        // Clients recognise these messages, and look for them in successful responses.
        throw limits.PersistedQueryCharacters > 0 && !trusted.IsOnly
            ? new HttpRequestRefused(StatusCodes.Status200OK, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
            : new HttpRequestRefused(
                StatusCodes.Status200OK,
                "PERSISTED_QUERY_NOT_SUPPORTED",
                "PersistedQueryNotSupported"
            );
    }

    /// <summary>Keeps the document of a request that was executed, if the request has its hash.</summary>
    public void Keep(GraphQLHttpRequest request, bool isSignedIn)
    {
        if (request.PersistedHash is not { } hash || limits.PersistedQueryCharacters == 0)
            return;
        var cache = isSignedIn ? ofSignedIn : ofAnonymous;
        if (cache.Get<string>(hash) is null)
            cache.Set(hash, request.Query, new MemoryCacheEntryOptions { Size = request.Query.Length + EntrySize });
    }

    public void Dispose()
    {
        ofSignedIn.Dispose();
        ofAnonymous.Dispose();
    }

    private static MemoryCache NewCache(GraphQLLimits limits) =>
        new(new MemoryCacheOptions { SizeLimit = limits.PersistedQueryCharacters });

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
