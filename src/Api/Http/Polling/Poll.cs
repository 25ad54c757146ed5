using GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>
/// A GET request. Its response gets the ETag of the data versions <i>before</i> the query ran. If the data changed in
/// between, the next poll gets a full response, never a wrong 304.
/// </summary>
internal sealed class Poll
{
    /// <summary>The maximum number of ETags in a request that are compared before the query is run.</summary>
    private const int MostTags = 32;

    private const string Stored = "no-cache";
    private const string NotStored = "no-store";

    private readonly HttpContext http;
    private readonly byte[] print;
    private readonly IList<EntityTagHeaderValue> known;
    private readonly Task<DataStamps?> stamps;
    private readonly bool isPrivate;
    private ReadSet? reads;

    private Poll(HttpContext http, byte[] print, Task<DataStamps?> stamps, bool isPrivate)
    {
        (this.http, this.print, this.stamps, this.isPrivate) = (http, print, stamps, isPrivate);
        known = EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var tags) ? tags : [];
        CacheControl(NotStored);
        http.Response.Headers.AppendList(HeaderNames.Vary, [HeaderNames.AcceptEncoding, CostHeader.Name]);
    }

    /// <summary>Null if the request is neither a GET nor a HEAD, whose response must not be stored.</summary>
    public static Poll? Begin(HttpContext http, Caller caller, string mediaType, CostRequest cost)
    {
        if (!MediaTypes.IsRead(http.Request))
            return null;
        var services = http.RequestServices;
        return new Poll(
            http,
            services.GetRequiredService<AnswerTags>().RequestPrint(http, caller, mediaType, cost),
            services.GetRequiredService<DataVersions>().CurrentAsync(),
            caller.IsSignedIn
        );
    }

    /// <summary>
    /// Responds with 304 if the client already has the current response. Reads only the versions of the data.
    /// </summary>
    public async Task<bool> AnsweredAsync()
    {
        if (!known.Any(tag => AnswerTags.TopicsOf(tag.Tag) != DataTopics.None))
            return false;
        var current = await stamps.WaitAsync(http.RequestAborted);
        if (current is null)
            return false;
        foreach (var tag in known.Take(MostTags))
        {
            var topics = AnswerTags.TopicsOf(tag.Tag);
            if (topics == DataTopics.None || tag.Tag != AnswerTags.Make(print, topics, current))
                continue;
            SetTag(tag.Tag.Value!);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        return false;
    }

    /// <summary>
    /// Called before the query is run: waits for the versions, and records from then on which topics are read.
    /// </summary>
    public async Task WatchAsync(ReadSet readSet, CancellationToken cancellationToken)
    {
        if (await stamps.WaitAsync(cancellationToken) is null)
            return;
        reads = readSet;
        reads.IsKept = true;
    }

    /// <summary>
    /// Sets the headers of the response. Returns true if the client already has it, so that only a 304 is sent.
    /// </summary>
    public bool Label(ExecutionResult result)
    {
        if (
            reads is not { Topics: not DataTopics.None and var topics }
            || topics.HasFlag(DataTopics.Unversioned)
            || !result.Executed
            || result.Errors is { Count: > 0 }
        )
            return false;
        var made = AnswerTags.Make(print, topics, stamps.Result!);
        SetTag(made);
        if (!known.Any(tag => tag.Tag == made || tag.Equals(EntityTagHeaderValue.Any)))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private void SetTag(StringValues tag)
    {
        http.Response.Headers.ETag = tag;
        CacheControl(Stored);
    }

    /// <summary>A response may be stored if it has an ETag, and must be revalidated each time.</summary>
    private void CacheControl(string storing) =>
        http.Response.Headers.CacheControl =
            isPrivate ? $"private, {storing}"
            : storing == Stored ? $"public, {storing}"
            : storing;
}
