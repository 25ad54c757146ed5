using System.Globalization;
using System.Threading.RateLimiting;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// Limits each client's concurrent requests and operations per second, so that no client can block the others, and signs
/// callers in. Applies to /graphql and paths below it; other paths look at no credentials.
/// </summary>
internal sealed class ClientLimits(
    RequestDelegate next,
    ClientLimiter limiter,
    KnownCredentials credentials,
    RateLimits limits,
    GraphQLLimits sizes
)
{
    public async Task InvokeAsync(HttpContext http, GraphQLEndpoint endpoint)
    {
        if (!http.Request.Path.StartsWithSegments("/graphql"))
        {
            await next(http);
            return;
        }

        try
        {
            RequestHead.Check(http.Request);
            var client = await SignInAsync(http);
            http.Response.OnStarting(() =>
            {
                Tell(http.Response.Headers, client);
                return Task.CompletedTask;
            });
            // A request that is refused anyhow needs no body.
            if (http.Features.Get<HttpRequestRefused>() is null)
                await RequestBody.ReadAsync(http, sizes, () => PermitLargeBody(http, client));
            using var turn = await limiter.WaitAsync(client, http.RequestAborted);
            if (!turn.IsAcquired)
            {
                throw Refused(
                    $"This client has {limits.Concurrent} requests in progress and {limits.Queued} waiting, which is the maximum. Wait for responses before sending more.",
                    limits.Concurrent,
                    turn
                );
            }

            await next(http);
        }
        catch (HttpRequestRefused refused)
        {
            await endpoint.RefuseAsync(http, refused);
        }
        catch (StoreUnavailableException outage)
        {
            await endpoint.RefuseAsync(http, HttpRequestRefused.Unavailable(outage.Message, retryAfter: "1"));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
    }

    /// <summary>Tells the client how much of its allowance is left, before it meets the limit.</summary>
    private void Tell(IHeaderDictionary headers, string client)
    {
        if (limiter.RemainingOf(client) is not { } remaining)
            return;
        var (perSecond, burst) = limiter.RateOf(client);
        headers["RateLimit-Limit"] = burst.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        var full = (burst - remaining + perSecond - 1) / perSecond;
        headers["RateLimit-Reset"] = full.ToString(CultureInfo.InvariantCulture);
    }

    private void PermitLargeBody(HttpContext http, string client)
    {
        var permit = limiter.TakeBody(client);
        http.Response.RegisterForDispose(permit);
        if (!permit.IsAcquired)
            throw Refused(
                $"This client sends {limits.LargeBodies} large requests at once, which is the maximum. Wait for responses before sending more.",
                limits.LargeBodies,
                permit
            );
    }

    /// <summary>
    /// Checks the credentials, if there are any, after the limits: those of the holder if the credentials were accepted
    /// lately, otherwise those of the address, and of all addresses together, for new credentials. Returns the client, from whose allowance an operation
    /// is taken.
    /// </summary>
    private async Task<string> SignInAsync(HttpContext http)
    {
        string? before = null;
        if (RequestCaller.HasCredentials(http.Request))
        {
            before = credentials.ClientOf(http.Request);
            Take(limiter, before ?? ClientLimiter.SignIns(http), 1);
            if (before is null && !credentials.IsUnknown(http.Request))
                Take(limiter, ClientLimiter.AllSignIns, 1);
            await RequestCaller.IdentifyAsync(http);
        }

        var client = ClientLimiter.Client(http);
        if (client != before)
        {
            Take(limiter, client, 1);
            if (before is not null)
                credentials.Forget(http.Request);
            else if (http.User.Identity?.IsAuthenticated == true)
                credentials.Accept(http.Request, client);
        }

        return client;
    }

    /// <summary>Takes a number of operations from the client's allowance, or refuses the request.</summary>
    public static void Take(ClientLimiter limiter, string client, int operations)
    {
        using var lease = limiter.Take(client, operations);
        if (lease.IsAcquired)
            return;
        var (perSecond, burst) = limiter.RateOf(client);
        var isOfAll = client == ClientLimiter.AllSignIns;
        var what = isOfAll || ClientLimiter.IsSignIns(client) ? "sign-ins with new credentials" : "operations";
        throw Refused(
            $"{(isOfAll ? "All clients together exceed" : "This client exceeds")} {perSecond} {what} per second, after an initial burst of {burst}. Retry later (see Retry-After).",
            perSecond,
            lease
        );
    }

    /// <summary>
    /// Takes what an operation costs beyond the one operation that the request has already taken, or refuses it.
    /// </summary>
    public static void TakeCost(ClientLimiter limiter, HttpContext http, OperationCost cost)
    {
        if (ClientLimiter.Weight(cost) is > 1 and var weight)
            Take(limiter, ClientLimiter.Client(http), weight - 1);
    }

    private static HttpRequestRefused Refused(string message, int limit, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Ceiling(time.TotalSeconds) : 1;
        var seconds = (int)Math.Clamp(wait, 1, 3600);
        return new HttpRequestRefused(
            StatusCodes.Status429TooManyRequests,
            "TOO_MANY_REQUESTS",
            message,
            new Dictionary<string, object?> { ["limit"] = limit, ["retryAfter"] = seconds }
        )
        {
            RetryAfter = seconds.ToString(CultureInfo.InvariantCulture),
        };
    }
}
