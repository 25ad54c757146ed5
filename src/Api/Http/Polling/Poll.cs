using GraphQL;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>
/// A GET request. The ETag of its response is a digest of the response itself (a strong validator of RFC 9110, 8.8.3), so
/// it stands for one body for ever. The versions of the data only decide whether the query must be run to find it.
/// </summary>
internal sealed class Poll
{
    private const string Stored = "no-cache";
    private const string NotStored = "no-store";

    private readonly HttpContext http;
    private readonly string format;
    private readonly string print;
    private readonly TimeProvider time;
    private readonly DateOnly day;
    private readonly IList<EntityTagHeaderValue> known;
    private readonly bool isPrivate;
    private ReadSet? reads;

    private Poll(HttpContext http, Caller caller, string format, CostRequest cost)
    {
        (this.http, this.format, isPrivate) = (http, format, caller.IsSignedIn);
        time = http.RequestServices.GetRequiredService<TimeProvider>();
        day = Today;
        print = RequestPrint.Of(http, caller, format, cost, day);
        known = EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var tags) ? tags : [];
        CacheControl(NotStored);
        http.Response.Headers.AppendList(HeaderNames.Vary, [HeaderNames.AcceptEncoding, CostHeader.Name]);
    }

    private DateOnly Today => ThaiDay.Of(time.GetUtcNow());

    private KnownAnswers Answers => http.RequestServices.GetRequiredService<KnownAnswers>();

    /// <summary>Null if the request is neither a GET nor a HEAD, whose response must not be stored.</summary>
    public static Poll? Begin(HttpContext http, Caller caller, string mediaType, CostRequest cost)
    {
        if (!MediaTypes.IsRead(http.Request))
            return null;
        var compression = http.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var encoding = compression.GetCompressionProvider(http);
        return new Poll(http, caller, $"{mediaType} {encoding?.EncodingName}", cost);
    }

    /// <summary>
    /// Responds with 304 if the client already has the response to this request and no data behind it has changed. Reads
    /// only the versions of the data.
    /// </summary>
    public async Task<bool> AnsweredAsync()
    {
        if (Answers.Find(print) is not { } answer || !IsKnown(answer.Tag))
            return false;
        var versions = http.RequestServices.GetRequiredService<DataVersions>();
        var current = await versions.CurrentAsync().WaitAsync(http.RequestAborted);
        return answer.IsOf(current) && Label(answer.Tag);
    }

    /// <summary>Called before the query is run: records from then on what is read.</summary>
    public void Watch(ReadSet readSet)
    {
        reads = readSet;
        reads.IsKept = true;
    }

    /// <summary>
    /// Sets the headers of the response. Returns true if the client already has it, so that only a 304 is sent.
    /// </summary>
    public bool Label(ExecutionResult result, ResponseBody body)
    {
        if (
            reads is not { Topics: not DataTopics.None and var topics, Stamps: { } stamps }
            || topics.HasFlag(DataTopics.Unversioned)
            || !result.Executed
            || result.Errors is { Count: > 0 }
        )
            return false;
        var tag = body.Tag(format);
        // If the day has ended meanwhile, it is not known which day the response was made for.
        if (Today == day)
            Answers.Add(print, new KnownAnswer(tag, topics, stamps));
        return Label(tag);
    }

    /// <summary>Sets the headers, and the status 304 if the client has the response with this tag.</summary>
    private bool Label(string tag)
    {
        http.Response.Headers.ETag = tag;
        CacheControl(Stored);
        if (!IsKnown(tag) && !known.Any(EntityTagHeaderValue.Any.Equals))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private bool IsKnown(StringSegment tag) => known.Any(one => one.Tag == tag);

    /// <summary>A response may be stored if it has an ETag, and must be revalidated each time.</summary>
    private void CacheControl(string storing) =>
        http.Response.Headers.CacheControl =
            isPrivate ? $"private, {storing}"
            : storing == Stored ? $"public, {storing}"
            : storing;
}
