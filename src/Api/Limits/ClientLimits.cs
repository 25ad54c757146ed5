using System.Globalization;
using System.Threading.RateLimiting;
using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Lets each client have a few requests at a time and so many a second, and refuses more, so that none takes the service from
/// the others. It guards /graphql and what is below it.
/// </summary>
internal sealed class ClientLimits(RequestDelegate next, ClientLimiter limiter, RateLimits limits)
{
    public async Task InvokeAsync(HttpContext http, GraphQLEndpoint endpoint)
    {
        if (!http.Request.Path.StartsWithSegments("/graphql"))
        {
            await next(http);
            return;
        }

        var client = ClientLimiter.Client(http);
        try
        {
            Take(limiter, client, 1);
            using var turn = await limiter.WaitAsync(client, http.RequestAborted);
            if (!turn.IsAcquired)
            {
                throw Refused(
                    $"This client has {limits.Concurrent} requests under way and {limits.Queued} waiting; more are refused. Wait for answers before sending on.",
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
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    }

    /// <summary>Takes so many operations from what the client may send, or refuses.</summary>
    public static void Take(ClientLimiter limiter, string client, int operations)
    {
        using var lease = limiter.Take(client, operations);
        if (lease.IsAcquired)
            return;
        var (perSecond, burst) = limiter.RateOf(client);
        throw Refused(
            $"This client sends more than {perSecond} operations a second, after a first {burst}. Send again later (Retry-After).",
            perSecond,
            lease
        );
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
