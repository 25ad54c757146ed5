using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Figures;

/// <summary>What is recorded of the people of an office, their needs and their events of a fiscal year.</summary>
/// <param name="Posts">The main appointments in the office that were held in the year.</param>
/// <param name="TookPart">The enrolments of people of the office who were there.</param>
/// <param name="Needs">What people asked for in the office's survey of the year.</param>
/// <param name="Activities">The money of the office's activities that offerings of the year are for.</param>
public sealed record DevelopmentFacts(
    IReadOnlyList<Post> Posts,
    IReadOnlyList<TookPart> TookPart,
    IReadOnlyList<Need> Needs,
    IReadOnlyList<CostedActivity> Activities
)
{
    /// <summary>What the questionnaires of the office's own offerings came to, where enough people answered.</summary>
    public IReadOnlyList<EventSatisfaction> Satisfaction { get; init; } = [];
}

public sealed record Post(Guid PersonId, Guid CategoryId, Guid? SchoolId);

/// <param name="OfferingId">The offering that the person was in.</param>
/// <param name="Quarter">In which the offering's last session starts.</param>
/// <param name="Topics">Those of the offering's course.</param>
/// <param name="Completed">Whether the person completed it.</param>
/// <param name="Minutes">For how long the person was there.</param>
/// <param name="Applied">Whether the last assessment of the application reaches the level that is needed; null without one.</param>
public sealed record TookPart(
    Guid PersonId,
    Guid OfferingId,
    Guid? CategoryId,
    Guid? SchoolId,
    Guid MethodId,
    Guid? ProjectId,
    FiscalQuarter Quarter,
    IReadOnlyList<Guid> Topics,
    bool Completed,
    int Minutes,
    bool? Applied = null
);

/// <summary>A person asked for a topic, as what and where they were when they did.</summary>
public sealed record Need(Guid PersonId, Guid TopicId, Guid CategoryId, Guid? SchoolId);

/// <param name="Spent">Paid, less what was refunded, in baht.</param>
/// <param name="Minutes">The minutes of all participants, also those of other offices, by offering.</param>
public sealed record CostedActivity(decimal Spent, IReadOnlyDictionary<Guid, long> Minutes);

/// <summary>The scores that the people at an event gave to all items of its questionnaire.</summary>
/// <param name="Scores">How many.</param>
/// <param name="Sum">Of them.</param>
public sealed record EventSatisfaction(
    Guid OfferingId,
    Guid MethodId,
    Guid? ProjectId,
    FiscalQuarter Quarter,
    IReadOnlyList<Guid> Topics,
    long Scores,
    long Sum
);
