using GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>
/// One GET. Its answer gets the tag of the data as they were <i>before</i> it was made: where something changed meanwhile, the next poll
/// is answered anew, and never told "unchanged" wrongly.
/// </summary>
internal sealed class Poll
{
    /// <summary>How many tags of a client are looked at before its query is run.</summary>
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

    /// <summary>Null where it is not a GET: then nothing may be remembered of the answer.</summary>
    public static Poll? Begin(HttpContext http, Caller caller, string mediaType, CostRequest cost)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
            return null;
        var services = http.RequestServices;
        return new Poll(
            http,
            services.GetRequiredService<AnswerTags>().RequestPrint(http, caller, mediaType, cost),
            services.GetRequiredService<DataVersions>().CurrentAsync(),
            caller.IsSignedIn
        );
    }

    /// <summary>Answers 304 where the client has the answer that it would get; nothing but the versions of the data is read.</summary>
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
            Tell(tag.Tag.Value!);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        return false;
    }

    /// <summary>Before the query is run: waits for the versions, and learns from then on what is read.</summary>
    public async Task WatchAsync(ReadSet readSet, CancellationToken cancellationToken)
    {
        if (await stamps.WaitAsync(cancellationToken) is null)
            return;
        reads = readSet;
        reads.IsKept = true;
    }

    /// <summary>Labels the answer; true where the client turns out to have it, so that it is told no more than that.</summary>
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
        Tell(made);
        if (!known.Any(tag => tag.Tag == made || tag.Equals(EntityTagHeaderValue.Any)))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private void Tell(StringValues tag)
    {
        http.Response.Headers.ETag = tag;
        CacheControl(Stored);
    }

    /// <summary>An answer may be kept where there is a tag to ask again with, and is asked for again each time.</summary>
    private void CacheControl(string storing) =>
        http.Response.Headers.CacheControl =
            isPrivate ? $"private, {storing}"
            : storing == Stored ? $"public, {storing}"
            : storing;
}
