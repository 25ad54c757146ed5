using Microsoft.Extensions.Caching.Memory;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>
/// The tag of the latest response to each request, with the versions of the data that it was made from, so that polls
/// are answered without running the query. Without an entry the query is run, and the tag is the same.
/// </summary>
internal sealed class KnownAnswers : IDisposable
{
    /// <summary>The maximum number of requests: about 10 MB.</summary>
    private const int Most = 20_000;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="print">The <see cref="RequestPrint"/>.</param>
    public KnownAnswer? Find(string print) => answers.Get<KnownAnswer>(print);

    public void Add(string print, KnownAnswer answer) =>
        answers.Set(print, answer, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => answers.Dispose();
}

/// <summary>A response, by its tag, and the versions of the topics in the snapshot that it was made from.</summary>
internal sealed record KnownAnswer(string Tag, DataTopics Topics, DataStamps Stamps)
{
    /// <summary>Whether the same request gets the same response from data of these versions.</summary>
    public bool IsOf(DataStamps current) => Stamps.Of(Topics).SequenceEqual(current.Of(Topics));
}
