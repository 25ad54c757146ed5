using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Events;

/// <summary>
/// An event that people are developed by (รุ่น): a course that is held once, or an event on its own. It gives away its
/// seats: whoever waits and fits gets free seats in the order of waiting, a group for all of it or none.
/// </summary>
public sealed partial class Offering : Entity, IOfFiscalYear
{
    private readonly List<Session> sessions = [];
    private readonly List<Enrollment> enrollments = [];
    private readonly List<OfferingCategory> categories = [];

    private Offering() { }

    public Offering(Guid officeId, int fiscalYear) => (OfficeId, FiscalYear) = (officeId, fiscalYear);

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>Buddhist era; of the plan, if it is for an activity of one.</summary>
    public int FiscalYear { get; private init; }

    public Guid? CourseId { get; private set; }

    public Course? Course { get; private init; }

    public Guid? ActivityId { get; private set; }

    public Activity? Activity { get; private init; }

    /// <summary>The project of the activity.</summary>
    public Guid? ProjectId { get; private set; }

    public Project? Project { get; private init; }

    public string Title { get; private set; } = "";

    public Guid MethodId { get; private set; }

    public DevelopmentMethod Method { get; private init; } = null!;

    public string? Organiser { get; private set; }

    public string? Venue { get; private set; }

    /// <summary>The number of seats; null is unlimited, 0 is none.</summary>
    public int? Capacity { get; private set; }

    public int Minimum { get; private set; }

    public DateOnly? EnrolFrom { get; private set; }

    public DateOnly? EnrolTo { get; private set; }

    public JoinPolicy Joining { get; private set; }

    public OverlapPolicy OverlapPolicy { get; private set; }

    public int RequiredPercent { get; private set; }

    public decimal? PassingScore { get; private set; }

    public bool ReportRequired { get; private set; }

    public OfferingStatus Status { get; private set; }

    /// <summary>Increases with each change of the offering itself, from 1; enrolments do not change it.</summary>
    public int Version { get; private set; }

    /// <summary>The Thai day of the first session.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The Thai day on which the last session starts.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The counted minutes of all sessions.</summary>
    public int PlannedMinutes { get; private set; }

    /// <summary>The counted minutes of the sessions of which attendance was recorded.</summary>
    public int HeldMinutes { get; private set; }

    /// <summary>What the office reports of it, or why it was cancelled.</summary>
    public string? Note { get; private set; }

    public IReadOnlyList<Session> Sessions => sessions;

    public IReadOnlyList<Enrollment> Enrollments => enrollments;

    /// <summary>The categories of staff that it is for; none for everybody.</summary>
    public IReadOnlyList<OfferingCategory> Categories => categories;

    private bool IsOver => Status is OfferingStatus.Completed or OfferingStatus.Reported or OfferingStatus.Cancelled;

    /// <summary>
    /// Replaces all that the office decides. The errors, if it is refused: also if a session is moved to where somebody who takes
    /// part is elsewhere, and overlaps are refused.
    /// </summary>
    /// <param name="elsewhere">The sessions of other offerings that those who ask, wait or take part are in.</param>
    public IReadOnlyList<DomainError> Save(OfferingTerms terms, IReadOnlyList<Elsewhere> elsewhere, DateTimeOffset now)
    {
        if (IsOver)
            return [EventStates.IsOver(Status)];
        List<DomainError> faults = [.. terms.Faults(), .. FaultsOfSessions(terms.Sessions, now)];
        var seated = enrollments.Where(one => one.Seat is not null).OrderBy(one => one.Seat).ToList();
        if (Status != OfferingStatus.Planned && terms.Sessions.Count == 0)
            faults.Add(EventInputs.SessionsMissing);
        if (terms.Capacity < seated.Count)
            faults.Add(EventInputs.FewerThanSeated(seated.Count));
        if (faults.Count > 0)
            return faults;
        var isMoved = !terms.Sessions.Select(one => (one.StartsAt, one.EndsAt)).ToHashSet().SetEquals(Times);
        List<DomainError> overlaps = [.. OverlapsOfMoved(terms, elsewhere)];
        if (overlaps.Count > 0)
            return overlaps;
        (CourseId, ActivityId, ProjectId) = (terms.CourseId, terms.ActivityId, terms.ProjectId);
        (Title, MethodId, Organiser, Venue) = (terms.Title, terms.MethodId, terms.Organiser, terms.Venue);
        (Capacity, Minimum) = (terms.Capacity, terms.Minimum);
        (EnrolFrom, EnrolTo, Joining, OverlapPolicy) = (terms.EnrolFrom, terms.EnrolTo, terms.Joining, terms.Overlaps);
        (RequiredPercent, PassingScore, ReportRequired) = (
            terms.RequiredPercent,
            terms.PassingScore,
            terms.ReportRequired
        );
        categories.Clear();
        categories.AddRange(terms.Categories.Select((id, index) => new OfferingCategory(Id, index + 1, id)));
        Plan(terms.Sessions);
        if (seated.Exists(one => one.Seat > Capacity))
        {
            foreach (var (index, one) in seated.Index())
                one.Seat = index + 1;
        }

        if (isMoved)
        {
            var overlapping = elsewhere
                .Where(one => one.IsDuring(terms.Sessions))
                .Select(one => one.PersonId)
                .ToHashSet();
            foreach (var one in enrollments.Where(one => one.IsOpen))
                one.Overlapping = overlapping.Contains(one.PersonId);
        }

        Version++;
        var busy = elsewhere.Where(one => one.TakesPart && one.IsDuring(terms.Sessions)).Select(one => one.PersonId);
        GiveSeats(busy.ToHashSet(), now);
        return [];
    }

    /// <summary>Moves it to its next status. Null unless it is refused.</summary>
    /// <param name="note">Why it is cancelled, what the office reports, or why it starts with too few people.</param>
    public DomainError? Move(OfferingStep step, string? note, DateTimeOffset now)
    {
        if (!OfferingSteps.From(Status).Contains(step))
            return EventStates.NotPossible(Status, step);
        if (step is OfferingStep.Cancel or OfferingStep.Report && note is null)
            return EventInputs.NoteMissing;
        if (step is OfferingStep.Open && sessions.Count == 0)
            return EventInputs.NoSession;
        var taking = enrollments.Count(one => one.Status == EnrollmentStatus.Enrolled);
        if (step is OfferingStep.Start && taking < Minimum && note is null)
            return EventStates.BelowMinimum(taking, Minimum);
        if (step is OfferingStep.Complete && sessions.Exists(session => session.EndsAt > now))
            return EventStates.NotEnded;
        (Status, Version) = (OfferingSteps.To(step), Version + 1);
        if (step is OfferingStep.Cancel or OfferingStep.Report)
            Note = note;
        if (step is OfferingStep.Complete or OfferingStep.Cancel)
        {
            foreach (var one in enrollments.Where(one => one.IsOpen))
            {
                if (step == OfferingStep.Complete && one.Status == EnrollmentStatus.Enrolled)
                    one.Settle(ResultOf(one), now);
                else
                    one.Become(EnrollmentStatus.Declined, now);
            }
        }

        return null;
    }

    /// <summary>
    /// Enrols a group: everybody gets a seat, or nobody does and all wait for seats together; if only some seats are free, it is
    /// refused. Gives the enrolments in the order of the group, or the errors.
    /// </summary>
    /// <param name="exceptions">The rules that do not apply, each with its reason.</param>
    /// <param name="asks">Whether the people only ask for it.</param>
    /// <param name="busy">Those who wait and take part in another offering with a session at the same time.</param>
    /// <param name="singly">Whether they are no group: each one gets a seat or waits, in their order.</param>
    public Result<IReadOnlyList<Enrollment>> Enroll(
        IReadOnlyList<Attendee> group,
        IReadOnlyDictionary<EnrollmentRule, string> exceptions,
        bool asks,
        IReadOnlySet<Guid> busy,
        DateTimeOffset now,
        bool singly = false
    )
    {
        if (IsOver || Status == OfferingStatus.Planned)
            return EventStates.NotEnrolling(Status);
        var today = ThaiDay.Of(now);
        var inWindow = Status == OfferingStatus.Open && !(today < EnrolFrom) && !(EnrolTo < today);
        if (!inWindow && !exceptions.ContainsKey(EnrollmentRule.Window))
            return EventStates.OutsideWindow(Status, EnrolFrom, EnrolTo);
        var known = enrollments.ToDictionary(one => one.PersonId);
        var excused = exceptions.ContainsKey(EnrollmentRule.Capacity);
        List<DomainError> errors = [];
        foreach (var (index, one) in group.Index())
        {
            if (
                known.TryGetValue(one.PersonId, out var there)
                && there.IsOpen
                && !CanAdvance(there.Status, asks, excused)
            )
                errors.Add(EventStates.AlreadyThere(there.Status).At("people", index));
            else if (
                one.Overlaps
                && OverlapPolicy == OverlapPolicy.Refuse
                && !exceptions.ContainsKey(EnrollmentRule.Overlap)
            )
                errors.Add(EventStates.Overlapping.At("people", index));
            else if (!exceptions.ContainsKey(EnrollmentRule.Category) && !IsFor(one.CategoryId))
                errors.Add(EventStates.OtherCategory.At("people", index));
        }

        if (errors.Count > 0)
            return Result<IReadOnlyList<Enrollment>>.Refused(errors);
        if (!asks && !excused && !singly && RefusalOf(group.Count) is { } refusal)
            return refusal;
        var enrolled = new List<Enrollment>(group.Count);
        foreach (var one in group)
        {
            if (!known.TryGetValue(one.PersonId, out var enrollment))
                enrollments.Add(enrollment = new Enrollment(this, one.PersonId));
            enrollment.Ask(one, exceptions, now);
            enrolled.Add(enrollment);
        }

        if (asks)
            enrolled.ForEach(one => one.Become(EnrollmentStatus.Requested, now));
        else
            Admit(enrolled, singly, excused, busy, now);
        enrolled.ForEach(one => one.Share(HeldMinutes, PlannedMinutes));
        return enrolled;
    }

    /// <summary>Accepts requests as <see cref="Enroll"/> enrols a group, or declines people. The errors, if it is refused.</summary>
    /// <param name="overlapping">Those of the group of whom another offering has a session at the same time by now.</param>
    /// <param name="busy">Those who wait and take part in another offering with a session at the same time.</param>
    /// <param name="singly">Whether they are no group: each one gets a seat or waits, in their order.</param>
    public IReadOnlyList<DomainError> Decide(
        IReadOnlyList<Enrollment> group,
        bool accept,
        IReadOnlySet<Guid> overlapping,
        IReadOnlySet<Guid> busy,
        DateTimeOffset now,
        bool singly = false
    )
    {
        if (IsOver)
            return [EventStates.IsOver(Status)];
        List<DomainError> errors =
        [
            .. group
                .Index()
                .Where(one => accept ? one.Item.Status != EnrollmentStatus.Requested : !one.Item.IsOpen)
                .Select(one => EventStates.NotToDecide(one.Item.Status, accept).At("enrollments", one.Index)),
        ];
        if (errors.Count > 0)
            return errors;
        if (!accept)
            return Leave(group, EnrollmentStatus.Declined, busy, now);
        if (OverlapPolicy == OverlapPolicy.Refuse)
            errors.AddRange(
                group
                    .Index()
                    .Where(one => overlapping.Contains(one.Item.PersonId) && !one.Item.Excepts(EnrollmentRule.Overlap))
                    .Select(one => EventStates.Overlapping.At("enrollments", one.Index))
            );
        if (errors.Count > 0)
            return errors;
        if (!singly && RefusalOf(group.Count) is { } refusal)
            return [refusal];
        foreach (var one in group)
            one.Overlapping = overlapping.Contains(one.PersonId);
        Admit(group, singly, false, busy, now);
        return [];
    }

    /// <summary>People leave. Their seats go to the first who wait. The errors, if it is refused.</summary>
    /// <param name="busy">Those who wait and take part in another offering with a session at the same time.</param>
    public IReadOnlyList<DomainError> Withdraw(
        IReadOnlyList<Enrollment> group,
        IReadOnlySet<Guid> busy,
        DateTimeOffset now
    )
    {
        if (IsOver)
            return [EventStates.IsOver(Status)];
        List<DomainError> errors =
        [
            .. group
                .Index()
                .Where(one => !one.Item.IsOpen)
                .Select(one => EventStates.NotToDecide(one.Item.Status, false).At("enrollments", one.Index)),
        ];
        return errors.Count > 0 ? errors : Leave(group, EnrollmentStatus.Withdrawn, busy, now);
    }

    /// <summary>Why no attendance is recorded now; null if it is.</summary>
    public DomainError? RefusalToAttend =>
        Status == OfferingStatus.InProgress ? null : EventStates.NotInProgress(Status);

    /// <summary>Records minutes, in place of what was recorded. The errors, if it is refused.</summary>
    public IReadOnlyList<DomainError> Attend(
        IReadOnlyList<(Enrollment Enrollment, Session Session, int Minutes)> items,
        DateTimeOffset now
    )
    {
        if (Status != OfferingStatus.InProgress)
            return [EventStates.NotInProgress(Status)];
        List<DomainError> errors = [];
        var seen = new HashSet<(Guid, Guid)>();
        foreach (var (index, (enrollment, session, minutes)) in items.Index())
        {
            if (enrollment.Status != EnrollmentStatus.Enrolled)
                errors.Add(EventStates.NotEnrolled(enrollment.Status).At("items", index));
            else if (!seen.Add((enrollment.Id, session.Id)))
                errors.Add(EventInputs.EnrollmentTwice.At("items", index));
            else if (minutes < 0 || minutes > session.Minutes)
                errors.Add(EventInputs.MinutesOf(session.Minutes).At("items", index));
            else if (session.StartsAt > now)
                errors.Add(EventInputs.NotBegun.At("items", index));
        }

        if (errors.Count > 0)
            return errors;
        foreach (var (enrollment, session, minutes) in items)
        {
            enrollment.Attend(session.Id, minutes);
            session.Held = true;
        }

        CountAgain();
        return [];
    }

    /// <summary>
    /// Somebody says to be in a session, and gets its minutes, unless minutes are recorded. Null unless it is refused. All
    /// enrolments must be there for the first one of a session.
    /// </summary>
    public DomainError? CheckIn(Enrollment one, Session session, DateTimeOffset now)
    {
        if (Status != OfferingStatus.InProgress)
            return EventStates.NotInProgress(Status);
        if (one.Status != EnrollmentStatus.Enrolled)
            return EventStates.NotEnrolled(one.Status);
        if (session.StartsAt > now)
            return EventInputs.NotBegun;
        if (one.MinutesOf(session.Id) is not null)
            return null;
        one.Attend(session.Id, session.Minutes);
        session.MostAttended = session.Minutes;
        session.Held = true;
        ShareAgain();
        return null;
    }

    /// <summary>Records tests and reports, in place of what was recorded. The errors, if it is refused.</summary>
    public IReadOnlyList<DomainError> Score(IReadOnlyList<(Enrollment Enrollment, Scores Scores)> items)
    {
        if (Status is not (OfferingStatus.Open or OfferingStatus.InProgress))
            return [EventStates.NotInProgress(Status)];
        List<DomainError> errors = [];
        var seen = new HashSet<Guid>();
        foreach (var (index, (enrollment, _)) in items.Index())
        {
            if (enrollment.Status != EnrollmentStatus.Enrolled)
                errors.Add(EventStates.NotEnrolled(enrollment.Status).At("items", index));
            else if (!seen.Add(enrollment.Id))
                errors.Add(EventInputs.EnrollmentTwice.At("items", index));
        }

        if (errors.Count > 0)
            return errors;
        foreach (var (enrollment, scores) in items)
            enrollment.Score(scores);
        return [];
    }

    /// <summary>Whether an open enrolment can be enrolled again: a request is accepted, and who waits gets an exception.</summary>
    private static bool CanAdvance(EnrollmentStatus status, bool asks, bool excused) =>
        !asks && (status == EnrollmentStatus.Requested || excused && status == EnrollmentStatus.Waitlisted);

    private bool IsFor(Guid? category) => categories.Count == 0 || categories.Exists(one => one.CategoryId == category);

    private EnrollmentStatus ResultOf(Enrollment one)
    {
        if (one.AttendedMinutes == 0)
            return EnrollmentStatus.Absent;
        var complete =
            one.AttendedMinutes * 100L >= (long)RequiredPercent * PlannedMinutes
            && (PassingScore is null || one.PostTest >= PassingScore)
            && (!ReportRequired || one.ReportGiven);
        return complete ? EnrollmentStatus.Completed : EnrollmentStatus.NotCompleted;
    }

    private IEnumerable<(DateTimeOffset, DateTimeOffset)> Times => sessions.Select(one => (one.StartsAt, one.EndsAt));

    /// <summary>Sessions at new times that may not be at the same time as others of people who take part.</summary>
    private IEnumerable<DomainError> OverlapsOfMoved(OfferingTerms terms, IReadOnlyList<Elsewhere> elsewhere)
    {
        if (terms.Overlaps != OverlapPolicy.Refuse)
            yield break;
        var taking = enrollments
            .Where(one => one.Status == EnrollmentStatus.Enrolled && !one.Excepts(EnrollmentRule.Overlap))
            .Select(one => one.PersonId)
            .ToHashSet();
        var known = Times.ToHashSet();
        foreach (var (index, session) in terms.Sessions.Index())
        {
            var people = elsewhere
                .Where(one => taking.Contains(one.PersonId) && one.IsDuring([session]))
                .DistinctBy(one => one.PersonId)
                .Count();
            if (people > 0 && !known.Contains((session.StartsAt, session.EndsAt)))
                yield return EventStates.MovedOnto(people).At("sessions", index);
        }
    }

    private IEnumerable<DomainError> FaultsOfSessions(IReadOnlyList<PlannedSession> planned, DateTimeOffset now)
    {
        var named = new HashSet<Guid>();
        foreach (var (index, one) in planned.Index().Where(one => one.Item.Id is not null))
        {
            var known = sessions.Find(session => session.Id == one.Id!.Value.Id);
            if (known is null)
                yield return new NotFound(nameof(Session), one.Id!.Value.Text).At("sessions", index);
            else if (!named.Add(known.Id))
                yield return EventInputs.Twice.At("sessions", index);
            else if (known.Held && one.StartsAt > now)
                yield return EventInputs.HeldLater.At("sessions", index);
            else if (one.Minutes < known.MostAttended)
                yield return EventInputs.FewerThanAttended(known.MostAttended).At("sessions", index);
        }

        if (sessions.Exists(session => session.Held && !named.Contains(session.Id)))
            yield return EventInputs.HeldSessionMissing;
    }

    private void Plan(IReadOnlyList<PlannedSession> planned)
    {
        var kept = planned.Where(one => one.Id is not null).Select(one => one.Id!.Value.Id).ToHashSet();
        sessions.RemoveAll(session => !kept.Contains(session.Id));
        foreach (var one in planned)
        {
            var session = one.Id is { } id ? sessions.Find(known => known.Id == id.Id) : null;
            if (session is null)
                sessions.Add(session = new Session(Id));
            session.Plan(one);
        }

        StartsOn = sessions.Count == 0 ? null : sessions.Min(session => session.Day);
        EndsOn = sessions.Count == 0 ? null : sessions.Max(session => session.Day);
        CountAgain();
    }

    private void CountAgain()
    {
        var most = enrollments
            .SelectMany(one => one.Attendances)
            .GroupBy(one => one.SessionId)
            .ToDictionary(one => one.Key, one => one.Max(attendance => attendance.Minutes));
        foreach (var session in sessions)
            session.MostAttended = most.GetValueOrDefault(session.Id);
        ShareAgain();
    }

    private void ShareAgain()
    {
        PlannedMinutes = sessions.Sum(session => session.Minutes);
        HeldMinutes = sessions.Where(session => session.Held).Sum(session => session.Minutes);
        foreach (var one in enrollments)
            one.Share(HeldMinutes, PlannedMinutes);
    }
}
