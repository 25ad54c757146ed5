using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Events;

/// <summary>Somebody to enrol, as what and where the person works on this day.</summary>
/// <param name="PlanItemId">An item of the person's development plan.</param>
/// <param name="Overlaps">Whether a session is at the same time as one of another offering of the person.</param>
public sealed record Attendee(
    Guid PersonId,
    Guid OfficeId,
    Guid? SchoolId,
    Guid? CategoryId,
    Guid? PlanItemId,
    bool Overlaps
);

/// <summary>
/// A person in an offering: one row, whatever becomes of it. It stays with the office, the school and the category of the
/// time of the latest request.
/// </summary>
public sealed class Enrollment : Entity
{
    private readonly List<Attendance> attendances = [];
    private readonly List<EnrollmentException> exceptions = [];

    private Enrollment() { }

    internal Enrollment(Offering offering, Guid personId)
    {
        (OfferingId, OfferingOfficeId) = (offering.Id, offering.OfficeId);
        (FiscalYear, PersonId) = (offering.FiscalYear, personId);
        Status = EnrollmentStatus.Withdrawn;
    }

    public Guid OfferingId { get; private init; }

    public Offering Offering { get; private init; } = null!;

    /// <summary>The office of the offering.</summary>
    public Guid OfferingOfficeId { get; private init; }

    /// <summary>The fiscal year of the offering (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>The office of the person at the time.</summary>
    public Guid OfficeId { get; private set; }

    public Office Office { get; private init; } = null!;

    public Guid? SchoolId { get; private set; }

    public School? School { get; private init; }

    public Guid? CategoryId { get; private set; }

    public StaffCategory? Category { get; private init; }

    public Guid? PlanItemId { get; private set; }

    public IndividualPlanItem? PlanItem { get; private init; }

    public EnrollmentStatus Status { get; private set; }

    /// <summary>The number of the person's seat, from 1 to the capacity; null without one, or beyond the capacity.</summary>
    public int? Seat { get; internal set; }

    /// <summary>The place in the order of those who wait; only its order matters. Null if the person does not wait.</summary>
    public int? Place { get; private set; }

    /// <summary>The group that the person waits with, for seats for all of it; null if the person waits alone.</summary>
    public Guid? WaitingGroup { get; private set; }

    /// <summary>How many people who came later were seated while this one waited.</summary>
    public int Overtaken { get; internal set; }

    /// <summary>Whether the person takes part beyond the capacity, by an exception.</summary>
    public bool BeyondCapacity { get; private set; }

    /// <summary>
    /// Whether a session was at the same time as one of another offering of the person, when the person was enrolled or
    /// passed over for that, or a session of this offering was moved last.
    /// </summary>
    public bool Overlapping { get; internal set; }

    /// <summary>When the person was last asked for.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the status last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>0 to 100; null if there was no test.</summary>
    public decimal? PreTest { get; private set; }

    /// <summary>0 to 100; null if there was no test.</summary>
    public decimal? PostTest { get; private set; }

    /// <summary>Whether the person handed in a report.</summary>
    public bool ReportGiven { get; private set; }

    /// <summary>The minutes of all sessions together.</summary>
    public int AttendedMinutes { get; private set; }

    /// <summary>The percentage of the minutes of the sessions that were held so far; null if none was.</summary>
    public decimal? ShareOfHeld { get; private set; }

    /// <summary>The percentage of all planned minutes; null if there is no session.</summary>
    public decimal? ShareOfPlanned { get; private set; }

    public IReadOnlyList<Attendance> Attendances => attendances;

    /// <summary>The rules that did not apply to the person, with the reasons.</summary>
    public IReadOnlyList<EnrollmentException> Exceptions => exceptions;

    /// <summary>Whether the person asks, waits or takes part.</summary>
    public bool IsOpen =>
        Status is EnrollmentStatus.Requested or EnrollmentStatus.Waitlisted or EnrollmentStatus.Enrolled;

    /// <summary>The minutes that are recorded of a session; null if none are.</summary>
    public int? MinutesOf(Guid sessionId) => attendances.Find(one => one.SessionId == sessionId)?.Minutes;

    /// <summary>Whether a rule does not apply to the person.</summary>
    public bool Excepts(EnrollmentRule rule) => exceptions.Exists(one => one.Rule == rule);

    internal void Ask(Attendee attendee, IReadOnlyDictionary<EnrollmentRule, string> reasons, DateTimeOffset now)
    {
        // Who is enrolled after a request stays as they asked.
        if (!IsOpen)
        {
            (OfficeId, SchoolId, CategoryId) = (attendee.OfficeId, attendee.SchoolId, attendee.CategoryId);
            (PlanItemId, RequestedAt, Overtaken) = (null, now, 0);
            // Those of an earlier request were for that one.
            exceptions.Clear();
        }

        (PlanItemId, Overlapping) = (attendee.PlanItemId ?? PlanItemId, attendee.Overlaps);
        foreach (var (rule, reason) in reasons)
        {
            exceptions.RemoveAll(one => one.Rule == rule);
            exceptions.Add(new EnrollmentException(Id, rule, reason, now));
        }
    }

    internal void Become(EnrollmentStatus status, DateTimeOffset now)
    {
        (Status, ChangedAt) = (status, now);
        (Seat, Place, WaitingGroup, BeyondCapacity) = (null, null, null, false);
    }

    internal void Sit(int? seat, DateTimeOffset now)
    {
        Become(EnrollmentStatus.Enrolled, now);
        (Seat, BeyondCapacity) = (seat, seat is null);
    }

    internal void Wait(int place, Guid? group, DateTimeOffset now)
    {
        Become(EnrollmentStatus.Waitlisted, now);
        (Place, WaitingGroup) = (place, group);
    }

    /// <summary>The end of an offering: the seat stays.</summary>
    internal void Settle(EnrollmentStatus status, DateTimeOffset now) => (Status, ChangedAt) = (status, now);

    internal void Score(Scores scores) =>
        (PreTest, PostTest, ReportGiven) = (scores.PreTest, scores.PostTest, scores.ReportGiven);

    internal void Attend(Guid sessionId, int minutes)
    {
        if (attendances.Find(one => one.SessionId == sessionId) is { } known)
            known.Minutes = minutes;
        else
            attendances.Add(new Attendance(Id, sessionId, minutes));
        AttendedMinutes = attendances.Sum(one => one.Minutes);
    }

    internal void Share(int held, int planned) =>
        (ShareOfHeld, ShareOfPlanned) = (Percent.Of(AttendedMinutes, held), Percent.Of(AttendedMinutes, planned));
}

/// <summary>What is recorded of a person's tests and report.</summary>
public sealed record Scores(decimal? PreTest, decimal? PostTest, bool ReportGiven);

public enum EnrollmentStatus
{
    Requested,
    Waitlisted,
    Enrolled,
    Completed,
    NotCompleted,
    Absent,
    Declined,
    Withdrawn,
}

/// <summary>A rule that an officer can make an exception from, for a reason.</summary>
public enum EnrollmentRule
{
    Capacity,
    Window,
    Overlap,
    Category,
}

/// <summary>A rule that did not apply to an enrolment, and why.</summary>
public sealed class EnrollmentException : Entity
{
    private EnrollmentException() { }

    internal EnrollmentException(Guid enrollmentId, EnrollmentRule rule, string reason, DateTimeOffset madeAt) =>
        (EnrollmentId, Rule, Reason, MadeAt) = (enrollmentId, rule, reason, madeAt);

    public Guid EnrollmentId { get; private init; }

    public EnrollmentRule Rule { get; private init; }

    public string Reason { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }
}

/// <summary>How many minutes of a session a person was there.</summary>
public sealed class Attendance : Entity
{
    private Attendance() { }

    internal Attendance(Guid enrollmentId, Guid sessionId, int minutes) =>
        (EnrollmentId, SessionId, Minutes) = (enrollmentId, sessionId, minutes);

    public Guid EnrollmentId { get; private init; }

    public Guid SessionId { get; private init; }

    public Session Session { get; private init; } = null!;

    /// <summary>0 to the counted minutes of the session.</summary>
    public int Minutes { get; internal set; }
}
