using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Careers;

public enum InductionStatus
{
    InProgress,
    Passed,
    Failed,
    Ended,
}

/// <summary>What was decided about an induction.</summary>
/// <param name="DecidedOn">The Thai day of the decision.</param>
/// <param name="OrderNumber">Of the order by which somebody passed or failed.</param>
/// <param name="Note">Why somebody failed, or why it ended otherwise.</param>
public sealed record InductionDecision(InductionStatus Status, DateOnly DecidedOn, string? OrderNumber, string? Note)
{
    /// <summary>What is missing, and what does not belong to it.</summary>
    internal IEnumerable<DomainError> Faults()
    {
        if (Status == InductionStatus.InProgress)
            yield return InductionErrors.NoDecision;
        if ((Status is InductionStatus.Passed or InductionStatus.Failed) != (OrderNumber is not null))
            yield return InductionErrors.OnlyFor("orderNumber", InductionStatus.Passed, InductionStatus.Failed);
        if ((Status is InductionStatus.Failed or InductionStatus.Ended) != (Note is not null))
            yield return InductionErrors.OnlyFor("note", InductionStatus.Failed, InductionStatus.Ended);
    }
}

/// <summary>
/// The induction (การพัฒนาข้าราชการบรรจุใหม่) of a person in an appointment by a programme, whose steps are kept as they were when it
/// began. It stays with the office of the appointment. A person has one at a time.
/// </summary>
public sealed class Induction : Entity
{
    private readonly List<InductionStep> steps = [];

    private Induction() { }

    /// <param name="appointment">Its first day is day 0.</param>
    public Induction(Appointment appointment, InductionProgramme programme, Guid mentorId)
    {
        (PersonId, AppointmentId, OfficeId) = (appointment.PersonId, appointment.Id, appointment.OfficeId);
        (SchoolId, CategoryId) = (appointment.SchoolId, appointment.CategoryId);
        (ProgrammeId, MentorId, StartsOn, Version) = (programme.Id, mentorId, appointment.HeldFrom, 1);
        steps.AddRange(programme.Steps.OrderBy(step => step.Number).Select(step => new InductionStep(this, step)));
    }

    public Guid PersonId { get; private init; }

    public Guid AppointmentId { get; private init; }

    /// <summary>The office of the appointment; it records and decides.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The school of the appointment, if any.</summary>
    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    /// <summary>The category of the appointment.</summary>
    public Guid CategoryId { get; private init; }

    public StaffCategory Category { get; private init; } = null!;

    public Guid ProgrammeId { get; private init; }

    public InductionProgramme Programme { get; private init; } = null!;

    /// <summary>Who helps the person (พี่เลี้ยง): somebody else, whose record the office kept when it was said.</summary>
    public Guid MentorId { get; private set; }

    /// <summary>The first day of the appointment, from which days are counted.</summary>
    public DateOnly StartsOn { get; private init; }

    public InductionStatus Status { get; private set; }

    /// <summary>The Thai day of the decision; null until then.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The number of the order by which the person passed or failed.</summary>
    public string? OrderNumber { get; private set; }

    /// <summary>Why the person failed, or why it ended otherwise.</summary>
    public string? Note { get; private set; }

    /// <summary>Increases with each change, from 1.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<InductionStep> Steps => steps;

    /// <summary>Why the induction of a person in an appointment cannot begin like this.</summary>
    /// <param name="today">The current Thai day.</param>
    public static IEnumerable<DomainError> Refusals(
        Person person,
        Appointment appointment,
        InductionProgramme programme,
        Guid mentorId,
        DateOnly today
    )
    {
        if (appointment.OfficeId != person.OfficeId)
            yield return InductionErrors.ElsewhereAppointed;
        if (appointment.HeldFrom > today)
            yield return InductionErrors.NotYetAppointed;
        if (!programme.IsUsedOn(appointment.HeldFrom))
            yield return InductionErrors.NotInUse;
        if (mentorId == person.Id)
            yield return InductionErrors.OwnMentor;
    }

    /// <summary>Whether it is in progress, and the last day of a step that is not done has passed.</summary>
    public bool IsOverdueOn(DateOnly day) =>
        Status == InductionStatus.InProgress && steps.Exists(step => step.IsUndoneAfterDue(day));

    /// <summary>Records a step, or replaces what is recorded. The errors, if it is refused.</summary>
    /// <param name="today">The current Thai day.</param>
    public IReadOnlyList<DomainError> Record(Guid stepId, StepRecord record, DateOnly today)
    {
        if (Status != InductionStatus.InProgress)
            return [InductionErrors.Decided(Status)];
        var step = steps.Single(one => one.Id == stepId);
        List<DomainError> faults = [.. record.Faults(step.IsAssessed)];
        if (record.DoneOn < StartsOn || record.DoneOn > today)
            faults.Add(InductionErrors.DoneOutside(StartsOn));
        if (faults.Count > 0)
            return faults;
        step.Take(record);
        Version++;
        return [];
    }

    /// <summary>Decides it. The errors, if it is refused.</summary>
    /// <param name="today">The current Thai day.</param>
    public IReadOnlyList<DomainError> Decide(InductionDecision decision, DateOnly today)
    {
        if (Status != InductionStatus.InProgress)
            return [InductionErrors.Decided(Status)];
        List<DomainError> faults = [.. decision.Faults()];
        var first = steps.Max(step => step.DoneOn) ?? StartsOn;
        if (decision.DecidedOn < first || decision.DecidedOn > today)
            faults.Add(InductionErrors.DecidedOutside(first));
        if (
            decision.Status == InductionStatus.Passed
            && steps.FindAll(step => !step.IsFulfilled) is { Count: > 0 } open
        )
            faults.Add(InductionErrors.NotFulfilled(open.Select(step => step.Number)));
        if (faults.Count > 0)
            return faults;
        (Status, DecidedOn) = (decision.Status, decision.DecidedOn);
        (OrderNumber, Note) = (decision.OrderNumber, decision.Note);
        Version++;
        return [];
    }

    /// <summary>Gives it to another mentor. The error, if it is refused.</summary>
    public DomainError? ChangeMentor(Guid mentorId)
    {
        if (Status != InductionStatus.InProgress)
            return InductionErrors.Decided(Status);
        if (mentorId == PersonId)
            return InductionErrors.OwnMentor;
        MentorId = mentorId;
        foreach (var step in steps)
            step.MentorId = mentorId;
        Version++;
        return null;
    }
}
