using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Events;

/// <summary>All that an office decides about an offering, apart from its status.</summary>
/// <param name="Capacity">The number of seats; null is unlimited, 0 is none.</param>
/// <param name="Minimum">The number of people that the office needs to hold it.</param>
/// <param name="EnrolFrom">The first Thai day on which people are enrolled; null if there is none.</param>
/// <param name="EnrolTo">The last one; null if there is none.</param>
/// <param name="RequiredPercent">The share of the planned minutes that completes it, 0 to 100.</param>
/// <param name="PassingScore">The score of the post-test that completes it, 0 to 100; null if none is needed.</param>
/// <param name="ReportRequired">Whether a person's report is needed to complete it.</param>
/// <param name="Categories">The categories of staff that it is for; none for everybody.</param>
public sealed record OfferingTerms(
    Guid? CourseId,
    Guid? ActivityId,
    Guid? ProjectId,
    string Title,
    Guid MethodId,
    string? Organiser,
    string? Venue,
    int? Capacity,
    int Minimum,
    DateOnly? EnrolFrom,
    DateOnly? EnrolTo,
    JoinPolicy Joining,
    OverlapPolicy Overlaps,
    int RequiredPercent,
    decimal? PassingScore,
    bool ReportRequired,
    IReadOnlyList<PlannedSession> Sessions,
    IReadOnlyList<Guid> Categories
)
{
    public const int MostSessions = 200;

    /// <summary>The longest session.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>What contradicts itself in it.</summary>
    internal IEnumerable<RequestInvalid> Faults()
    {
        if (EnrolTo < EnrolFrom)
            yield return EventInputs.WindowEndsBeforeItStarts;
        if (Capacity < Minimum)
            yield return EventInputs.MinimumAboveCapacity;
        foreach (var (index, session) in Sessions.Index())
        {
            if (!RecordedDays.Include(DateOnly.FromDateTime(session.StartsAt.UtcDateTime)))
                yield return (RequestInvalid)EventInputs.SessionYears.At("sessions", index);
            else if (session.EndsAt <= session.StartsAt || session.EndsAt - session.StartsAt > Longest)
                yield return (RequestInvalid)EventInputs.SessionEnds.At("sessions", index);
            else if (session.Minutes < 1 || session.Minutes > (session.EndsAt - session.StartsAt).TotalMinutes)
                yield return (RequestInvalid)EventInputs.SessionMinutes.At("sessions", index);
        }

        var ordered = Sessions.Index().OrderBy(one => one.Item.StartsAt).ToList();
        foreach (var (one, next) in ordered.Zip(ordered.Skip(1)))
        {
            if (next.Item.StartsAt < one.Item.EndsAt)
                yield return (RequestInvalid)EventInputs.SessionsOverlap.At("sessions", next.Index);
        }
    }
}

/// <summary>A session as it is planned.</summary>
/// <param name="Id">The session that it changes; null for a new one.</param>
/// <param name="Minutes">How many of its minutes count.</param>
public sealed record PlannedSession(
    GivenId? Id,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int Minutes,
    string? Title
);

/// <summary>A session of another offering that somebody asks for, waits for, takes part or took part in.</summary>
public sealed record Elsewhere(Guid PersonId, EnrollmentStatus Status, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    internal bool TakesPart =>
        Status is EnrollmentStatus.Enrolled or EnrollmentStatus.Completed or EnrollmentStatus.NotCompleted;

    /// <summary>Whether it is at the same time as one of some sessions.</summary>
    internal bool IsDuring(IEnumerable<PlannedSession> sessions) =>
        sessions.Any(one => one.StartsAt < EndsAt && StartsAt < one.EndsAt);
}

/// <summary>What becomes of people who are enrolled by themselves or by their own office.</summary>
public enum JoinPolicy
{
    Closed,
    Request,
    Direct,
}

/// <summary>What happens if a session is at the same time as one of another offering of the person.</summary>
public enum OverlapPolicy
{
    None,
    Warn,
    Refuse,
}

public enum OfferingStatus
{
    Planned,
    Open,
    InProgress,
    Completed,
    Reported,
    Cancelled,
}

/// <summary>What moves an offering to its next status.</summary>
public enum OfferingStep
{
    Open,
    Start,
    Complete,
    Report,
    Cancel,
}

/// <summary>Which steps are possible in which status.</summary>
public static class OfferingSteps
{
    public static IReadOnlyList<OfferingStep> From(OfferingStatus status) =>
        status switch
        {
            OfferingStatus.Planned => [OfferingStep.Open, OfferingStep.Cancel],
            OfferingStatus.Open => [OfferingStep.Start, OfferingStep.Cancel],
            OfferingStatus.InProgress => [OfferingStep.Complete, OfferingStep.Cancel],
            OfferingStatus.Completed => [OfferingStep.Report],
            _ => [],
        };

    public static OfferingStatus To(OfferingStep step) =>
        step switch
        {
            OfferingStep.Open => OfferingStatus.Open,
            OfferingStep.Start => OfferingStatus.InProgress,
            OfferingStep.Complete => OfferingStatus.Completed,
            OfferingStep.Report => OfferingStatus.Reported,
            _ => OfferingStatus.Cancelled,
        };
}
