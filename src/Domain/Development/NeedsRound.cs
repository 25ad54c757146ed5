using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.Development;

/// <summary>As what and where a person has a main appointment in the office of a round.</summary>
public sealed record Employment(Guid PersonId, Guid CategoryId, Guid? OrgUnitId, Guid? SchoolId);

/// <summary>
/// A survey of the needs of an office's people for a fiscal year (รอบสำรวจความต้องการพัฒนา). While it is open, people ask
/// for topics. When it is closed, who was asked and what they asked for stay as they are.
/// </summary>
public sealed class NeedsRound : Entity, IOfFiscalYear
{
    private readonly List<NeedsRoundTopic> topics = [];

    private NeedsRound() { }

    private NeedsRound(Guid officeId, int fiscalYear, RoundTerms terms, DateTimeOffset now)
    {
        (OfficeId, FiscalYear, OpenedAt) = (officeId, fiscalYear, now);
        (MostTopics, OpensOn, ClosesOn) = (terms.MostTopics, terms.OpensOn, terms.ClosesOn);
        topics.AddRange(terms.Topics.Select((topic, index) => new NeedsRoundTopic(Id, topic.Id, index + 1)));
    }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The year that the needs are for (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    /// <summary>How many topics one person may ask for.</summary>
    public int MostTopics { get; private init; }

    /// <summary>The first day on which people answer; null if it is open at once.</summary>
    public DateOnly? OpensOn { get; private init; }

    /// <summary>The last day on which people answer; null until it is closed.</summary>
    public DateOnly? ClosesOn { get; private init; }

    public NeedsRoundStatus Status { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<NeedsRoundTopic> Topics => topics;

    /// <summary>A round that people can answer; refused if one of its topics is not in use in the year.</summary>
    public static Result<NeedsRound> Open(Guid officeId, int fiscalYear, RoundTerms terms, DateTimeOffset now)
    {
        var year = new FiscalYear(fiscalYear);
        List<DomainError> errors =
        [
            .. terms
                .Topics.Index()
                .Where(topic => !topic.Item.IsUsedIn(year))
                .Select(topic => PlanInputs.NotInUse($"topics[{topic.Index}]", year)),
        ];
        return errors.Count > 0 ? Result<NeedsRound>.Refused(errors) : new NeedsRound(officeId, fiscalYear, terms, now);
    }

    /// <summary>
    /// A person's topics, the most important one first, in place of what the person asked for before. Null unless it is
    /// refused.
    /// </summary>
    /// <param name="asked">The person's earlier answer, or a new one.</param>
    /// <param name="employment">The person's main appointment today.</param>
    /// <param name="wanted">The ids of topics.</param>
    /// <param name="byOfficer">Whether an officer enters it, who is not bound to the days.</param>
    public DomainError? Answer(
        NeedsParticipant asked,
        Employment employment,
        IReadOnlyList<Guid> wanted,
        DateTimeOffset now,
        bool byOfficer
    )
    {
        if (Status == NeedsRoundStatus.Closed)
            return NeedsStates.Closed;
        var today = ThaiDay.Of(now);
        if (!byOfficer && (today < OpensOn || today > ClosesOn))
            return NeedsStates.NotToday(OpensOn, ClosesOn);
        if (wanted.Count > MostTopics)
            return NeedsInputs.TooMany(MostTopics);
        if (wanted.Distinct().Count() < wanted.Count)
            return NeedsInputs.TopicTwice;
        foreach (var (index, topic) in wanted.Index())
        {
            if (!topics.Exists(one => one.TopicId == topic))
                return NeedsInputs.NotOfRound(index);
        }

        asked.WorksAs(employment);
        asked.Replace(wanted, now);
        return null;
    }

    /// <summary>
    /// Ends the round: everybody in <paramref name="employed"/> was asked, and so was who answered and has left since.
    /// Gives the result, or why it is refused.
    /// </summary>
    /// <param name="answers">Those who answered so far.</param>
    /// <param name="employed">The people with a main appointment in the office on this day.</param>
    public Result<ClosedRound> Close(
        IReadOnlyList<NeedsParticipant> answers,
        IReadOnlyList<Employment> employed,
        DateTimeOffset now
    )
    {
        if (Status == NeedsRoundStatus.Closed)
            return NeedsStates.Closed;
        var known = answers.ToDictionary(one => one.PersonId);
        var added = new List<NeedsParticipant>();
        foreach (var one in employed)
        {
            if (known.TryGetValue(one.PersonId, out var participant))
                participant.WorksAs(one);
            else
                added.Add(new NeedsParticipant(this, one));
        }

        (Status, ClosedAt) = (NeedsRoundStatus.Closed, now);
        return new ClosedRound(new NeedsResult(this, ThaiDay.Of(now), answers, added.Count), added);
    }
}

/// <param name="MostTopics">How many topics one person may ask for.</param>
/// <param name="Topics">In the order in which they are listed.</param>
public sealed record RoundTerms(
    int MostTopics,
    DateOnly? OpensOn,
    DateOnly? ClosesOn,
    IReadOnlyList<DevelopmentTopic> Topics
);

public enum NeedsRoundStatus
{
    Open,
    Closed,
}

/// <summary>A topic that people may ask for in a round.</summary>
public sealed class NeedsRoundTopic : Entity
{
    private NeedsRoundTopic() { }

    internal NeedsRoundTopic(Guid roundId, Guid topicId, int number) =>
        (RoundId, TopicId, Number) = (roundId, topicId, number);

    public Guid RoundId { get; private init; }

    public Guid TopicId { get; private init; }

    public DevelopmentTopic Topic { get; private init; } = null!;

    /// <summary>From 1, in the order of the round.</summary>
    public int Number { get; private init; }
}
