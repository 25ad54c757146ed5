using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Events;

/// <summary>A part of an offering, with its time. Its end is not a part of it.</summary>
public sealed class Session : Entity
{
    private Session() { }

    internal Session(Guid offeringId) => OfferingId = offeringId;

    public Guid OfferingId { get; private init; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The Thai day on which it starts.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>How many of its minutes count.</summary>
    public int Minutes { get; private set; }

    public string? Title { get; private set; }

    /// <summary>Whether attendance was recorded.</summary>
    public bool Held { get; internal set; }

    /// <summary>The most minutes that are recorded of a person.</summary>
    public int MostAttended { get; internal set; }

    internal void Plan(PlannedSession planned)
    {
        (StartsAt, EndsAt) = (planned.StartsAt.ToUniversalTime(), planned.EndsAt.ToUniversalTime());
        (Day, Minutes, Title) = (ThaiDay.Of(StartsAt), planned.Minutes, planned.Title);
    }
}
