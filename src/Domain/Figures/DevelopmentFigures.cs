using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Figures;

/// <summary>What the development of people is told by.</summary>
public enum DevelopmentKey
{
    Office,
    Province,
    School,
    Category,
    Topic,
    Method,
    Project,
    Quarter,
}

/// <summary>The figures of a cell. Measures that make no sense by its key are null.</summary>
public sealed record DevelopmentMeasures
{
    /// <summary>Distinct people with a main appointment in the year.</summary>
    public int? InPost { get; init; }

    /// <summary>Distinct people in post who completed an event of the year.</summary>
    public int? Developed { get; init; }

    /// <summary>Distinct people who asked for a topic.</summary>
    public int? Asking { get; init; }

    /// <summary>Those of them who completed an event on a topic that they asked for.</summary>
    public int? Met { get; init; }

    /// <summary>Topics asked for, each by one person.</summary>
    public int? NeedsAsked { get; init; }

    public int? NeedsMet { get; init; }

    /// <summary>Enrolments of people who were there, whether they completed it or not.</summary>
    public int? Participants { get; init; }

    public int? Completions { get; init; }

    /// <summary>The minutes that were attended of completed events.</summary>
    public long? Minutes { get; init; }

    /// <summary>In baht.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The participants whom the cost is for.</summary>
    public int? CostedParticipants { get; init; }

    /// <summary>Completed enrolments of which the application was assessed.</summary>
    public int? Assessed { get; init; }

    /// <summary>Those of them whose last assessment reaches the level that is needed.</summary>
    public int? Applied { get; init; }

    /// <summary>Mean of all scores in questionnaires of the office's own events, 1 to 5, two decimals.</summary>
    public decimal? Satisfaction { get; init; }

    public decimal? ApplicationRate => Assessed is { } all && Applied is { } some ? Percent.Of(some, all) : null;

    public decimal? Coverage => InPost is { } all && Developed is { } some ? Percent.Of(some, all) : null;

    public decimal? MetShare => Asking is { } all && Met is { } some ? Percent.Of(some, all) : null;

    /// <summary>Of 60 minutes, two decimals.</summary>
    public decimal? Hours => Minutes is { } minutes ? Rounded(minutes / 60m) : null;

    public decimal? CostPerParticipant =>
        Cost is { } cost && CostedParticipants is > 0 and var people ? Rounded(cost / people) : null;

    internal static decimal Rounded(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.00m;
}

/// <summary>The exact figures of an office, by one key. Distinct people are counted in each cell, never added up.</summary>
public sealed class DevelopmentFigures(DevelopmentFacts facts)
{
    private readonly HashSet<Guid> inPost = [.. facts.Posts.Select(post => post.PersonId)];
    private readonly HashSet<(Guid, Guid)> learnt =
    [
        .. facts
            .TookPart.Where(one => one.Completed)
            .SelectMany(one => one.Topics.Select(topic => (one.PersonId, topic))),
    ];
    private readonly OfficeCosts costs = new(facts);

    /// <summary>Of activities that nobody was at an event of.</summary>
    public decimal UnsplitCost => costs.Unsplit;

    /// <summary>The part of the office's money that people of other offices were developed by.</summary>
    public decimal OthersCost => costs.Others;

    /// <summary>The cells by the ids of their kinds, or the names of quarters; the empty text if there is no such id.</summary>
    public IReadOnlyDictionary<string, DevelopmentMeasures> By(DevelopmentKey key)
    {
        var posts = facts.Posts.ToLookup(post => KindOf(post, key) ?? "");
        var took = facts
            .TookPart.SelectMany(one => KindsOf(one, key).Select(kind => (kind, one)))
            .ToLookup(one => one.kind, one => one.one);
        var needs = facts.Needs.ToLookup(need => KindOf(need, key) ?? "");
        var scores = HasScores(key)
            ? facts
                .Satisfaction.SelectMany(one => KindsOf(one, key).Select(kind => (kind, one)))
                .ToLookup(one => one.kind, one => one.one)
            : Enumerable.Empty<EventSatisfaction>().ToLookup(_ => "");
        var kinds = took.Select(one => one.Key).ToHashSet();
        if (HasPosts(key))
            kinds.UnionWith(posts.Select(one => one.Key));
        if (HasNeeds(key))
            kinds.UnionWith(needs.Select(one => one.Key));
        kinds.UnionWith(scores.Select(one => one.Key));
        return kinds.ToDictionary(kind => kind, kind => Of(key, posts[kind], took[kind], needs[kind], scores[kind]));
    }

    private DevelopmentMeasures Of(
        DevelopmentKey key,
        IEnumerable<Post> posts,
        IEnumerable<TookPart> took,
        IEnumerable<Need> needs,
        IEnumerable<EventSatisfaction> scores
    )
    {
        var (there, asked, told) = (took.ToList(), needs.ToList(), scores.ToList());
        // By topic, method, project or quarter, everybody in post could have been developed.
        var among = HasPosts(key) ? [.. posts.Select(post => post.PersonId)] : inPost;
        var completed = there.FindAll(one => one.Completed);
        var met = asked.FindAll(need => learnt.Contains((need.PersonId, need.TopicId)));
        return new DevelopmentMeasures
        {
            InPost = among.Count,
            Developed = completed.Select(one => one.PersonId).Where(among.Contains).Distinct().Count(),
            Asking = HasNeeds(key) ? Distinct(asked) : null,
            Met = HasNeeds(key) ? Distinct(met) : null,
            NeedsAsked = HasNeeds(key) ? asked.Count : null,
            NeedsMet = HasNeeds(key) ? met.Count : null,
            Participants = there.Count,
            Completions = completed.Count,
            Minutes = completed.Sum(one => (long)one.Minutes),
            Cost = there.Sum(costs.Of) + 0.00m,
            CostedParticipants = there.Count(costs.Has),
            Assessed = completed.Count(one => one.Applied is not null),
            Applied = completed.Count(one => one.Applied == true),
            Satisfaction =
                told.Count == 0
                    ? null
                    : DevelopmentMeasures.Rounded((decimal)told.Sum(one => one.Sum) / told.Sum(one => one.Scores)),
        };
    }

    private static int Distinct(IEnumerable<Need> needs) => needs.Select(need => need.PersonId).Distinct().Count();

    private static bool HasPosts(DevelopmentKey key) =>
        key is DevelopmentKey.Office or DevelopmentKey.Province or DevelopmentKey.School or DevelopmentKey.Category;

    private static bool HasNeeds(DevelopmentKey key) => HasPosts(key) || key == DevelopmentKey.Topic;

    /// <summary>Answers are anonymous, so nobody knows the school or the category that they come from.</summary>
    private static bool HasScores(DevelopmentKey key) => key is not (DevelopmentKey.School or DevelopmentKey.Category);

    private static string? KindOf(Post post, DevelopmentKey key) =>
        key switch
        {
            DevelopmentKey.School => post.SchoolId?.ToString(),
            DevelopmentKey.Category => post.CategoryId.ToString(),
            _ => null,
        };

    private static string? KindOf(Need need, DevelopmentKey key) =>
        key switch
        {
            DevelopmentKey.School => need.SchoolId?.ToString(),
            DevelopmentKey.Category => need.CategoryId.ToString(),
            DevelopmentKey.Topic => need.TopicId.ToString(),
            _ => null,
        };

    private static IEnumerable<string> KindsOf(TookPart one, DevelopmentKey key) =>
        key switch
        {
            DevelopmentKey.Topic when one.Topics.Count > 0 => one.Topics.Distinct().Select(topic => topic.ToString()),
            DevelopmentKey.School => [one.SchoolId?.ToString() ?? ""],
            DevelopmentKey.Category => [one.CategoryId?.ToString() ?? ""],
            DevelopmentKey.Method => [one.MethodId.ToString()],
            DevelopmentKey.Project => [one.ProjectId?.ToString() ?? ""],
            DevelopmentKey.Quarter => [EnumText.Of(one.Quarter)],
            _ => [""],
        };

    private static IEnumerable<string> KindsOf(EventSatisfaction one, DevelopmentKey key) =>
        key switch
        {
            DevelopmentKey.Topic when one.Topics.Count > 0 => one.Topics.Distinct().Select(topic => topic.ToString()),
            DevelopmentKey.Method => [one.MethodId.ToString()],
            DevelopmentKey.Project => [one.ProjectId?.ToString() ?? ""],
            DevelopmentKey.Quarter => [EnumText.Of(one.Quarter)],
            _ => [""],
        };
}
