using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Events;

/// <summary>Courses and offerings as a command changes them in its transaction, one offering by one command at a time.</summary>
public interface IEventStore
{
    /// <summary>The course of an owner with this code, which nobody else saves until the transaction ends.</summary>
    /// <param name="officeId">Null for the ministry.</param>
    Task<Course?> OpenCourseAsync(Guid? officeId, string code, CancellationToken cancellationToken);

    /// <summary>Whether there is a course of the office or of the ministry with this id.</summary>
    Task<bool> HasCourseAsync(Guid officeId, Guid id, CancellationToken cancellationToken);

    /// <summary>An activity of a project that everybody sees in the office's plan of a year.</summary>
    Task<Activity?> ActivityAsync(Guid officeId, int fiscalYear, Guid id, CancellationToken cancellationToken);

    /// <summary>The offering with its office, its sessions and enrolments.</summary>
    Task<Offering?> OpenAsync(Guid id, OfferingParts parts, CancellationToken cancellationToken);

    /// <summary>
    /// The offering of a session with its sessions, and of its enrolments that of one person; all of them if the session
    /// was not held, because its first attendance changes the shares of all.
    /// </summary>
    /// <param name="personId">Null for no enrolments.</param>
    Task<Offering?> OpenOfSessionAsync(Guid sessionId, Guid? personId, CancellationToken cancellationToken);

    /// <summary>
    /// Those of the people who are there, with the place of this day. Until the transaction ends, nobody else enrols them
    /// anywhere, and their records are not merged; the same for those who wait for the offering, if its seats depend on
    /// where else they take part.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, WorkingPerson>> LockPeopleAsync(
        IReadOnlyCollection<Guid> ids,
        Guid offeringId,
        DateOnly day,
        CancellationToken cancellationToken
    );

    /// <summary>Locks the people of enrolments, and those who wait for the offering, likewise.</summary>
    Task LockPeopleOfAsync(IReadOnlyCollection<Guid> enrollments, Guid offeringId, CancellationToken cancellationToken);

    /// <summary>Locks everybody who asks for the offering, waits for it or takes part, likewise.</summary>
    Task LockEverybodyInAsync(Guid offeringId, CancellationToken cancellationToken);

    /// <summary>Where else those who ask for the offering, wait for it or take part are during its sessions as they are planned.</summary>
    Task<IReadOnlyList<Elsewhere>> ElsewhereAsync(
        Offering offering,
        IReadOnlyList<PlannedSession> planned,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Those who wait for the offering, which refuses overlaps, and take part in another one with a session at the same
    /// time. They must be locked.
    /// </summary>
    Task<IReadOnlySet<Guid>> BusyAsync(Offering offering, CancellationToken cancellationToken);

    /// <summary>Gives the free seats of offerings to those who wait, who are locked.</summary>
    async Task GiveSeatsAsync(IReadOnlyList<Guid> offerings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var id in offerings.Distinct().Order())
        {
            if (await OpenAsync(id, OfferingParts.Enrollments, cancellationToken) is { } offering)
                offering.GiveSeats(await BusyAsync(offering, cancellationToken), now);
        }
    }

    /// <summary>Those of the people who wait for, take part or took part in another offering with a session at the same time.</summary>
    Task<IReadOnlySet<Guid>> OverlappingAsync(
        Offering offering,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    );

    /// <summary>The person of each of the items of development plans that are there.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> PeopleOfItemsAsync(
        IReadOnlyCollection<Guid> items,
        CancellationToken cancellationToken
    );

    /// <summary>The codes of the offices with these ids.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OfficesAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    );

    /// <summary>The code of a session with the wrong tries; null if there is none.</summary>
    Task<AttendanceCode?> CodeAsync(Guid sessionId, CancellationToken cancellationToken);

    /// <summary>The names and staff numbers of those who are enrolled.</summary>
    Task<IReadOnlyList<Participant>> ParticipantsAsync(Offering offering, CancellationToken cancellationToken);

    void Add(Course course);

    void Add(Offering offering);

    void Add(AttendanceCode code);

    void Remove(AttendanceCode code);
}

/// <summary>What is read of an offering's enrolments: the minutes of sessions only where they are needed.</summary>
public enum OfferingParts
{
    Enrollments,
    Attendances,
}

/// <summary>Who an enrolment is of, as lists name people.</summary>
/// <param name="Names">The present name and former ones, without titles.</param>
public sealed record Participant(Guid PersonId, string? StaffNumber, IReadOnlyList<string> Names);

/// <summary>Where and as what a person works: the main appointment of the day, or else what the record says.</summary>
public sealed record WorkingPerson(Guid OfficeId, string OfficeCode, Guid? SchoolId, Guid? CategoryId);
