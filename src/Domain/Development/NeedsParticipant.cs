using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Development;

/// <summary>
/// A person who is asked in a round, with the category and the place of the time: of the day on which the round is
/// closed, or, of somebody who answered and left before, of the day of the answer.
/// </summary>
public sealed class NeedsParticipant : Entity
{
    private readonly List<NeedsChoice> choices = [];

    private NeedsParticipant() { }

    public NeedsParticipant(NeedsRound round, Employment employment)
    {
        (RoundId, OfficeId, FiscalYear) = (round.Id, round.OfficeId, round.FiscalYear);
        PersonId = employment.PersonId;
        WorksAs(employment);
    }

    public Guid RoundId { get; private init; }

    public NeedsRound Round { get; private init; } = null!;

    public Guid PersonId { get; private init; }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The year of the round (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public Guid CategoryId { get; private set; }

    public StaffCategory Category { get; private init; } = null!;

    public Guid? OrgUnitId { get; private set; }

    public OrgUnit? OrgUnit { get; private init; }

    public Guid? SchoolId { get; private set; }

    public School? School { get; private init; }

    /// <summary>When the person last answered; null if they did not.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the person asks for.</summary>
    public IReadOnlyList<NeedsChoice> Choices => choices;

    internal void WorksAs(Employment employment) =>
        (CategoryId, OrgUnitId, SchoolId) = (employment.CategoryId, employment.OrgUnitId, employment.SchoolId);

    internal void Replace(IReadOnlyList<Guid> wanted, DateTimeOffset now)
    {
        AnsweredAt = now;
        choices.Clear();
        choices.AddRange(wanted.Select((topic, index) => new NeedsChoice(this, topic, index + 1)));
    }
}

/// <summary>A topic that a person asks for in a round.</summary>
public sealed class NeedsChoice : Entity
{
    private NeedsChoice() { }

    internal NeedsChoice(NeedsParticipant participant, Guid topicId, int priority)
    {
        (ParticipantId, RoundId, PersonId) = (participant.Id, participant.RoundId, participant.PersonId);
        (OfficeId, FiscalYear) = (participant.OfficeId, participant.FiscalYear);
        (TopicId, Priority) = (topicId, priority);
    }

    public Guid ParticipantId { get; private init; }

    public NeedsParticipant Participant { get; private init; } = null!;

    public Guid RoundId { get; private init; }

    public NeedsRound Round { get; private init; } = null!;

    public Guid PersonId { get; private init; }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The year of the round (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public Guid TopicId { get; private init; }

    public DevelopmentTopic Topic { get; private init; } = null!;

    /// <summary>From 1, which comes first.</summary>
    public int Priority { get; private init; }
}
