using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Projects;

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

    /// <summary>The offering with its office, its sessions and all enrolments.</summary>
    Task<Offering?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Those of the people who are there, with the place of this day. Until the transaction ends, nobody else enrols them
    /// anywhere, and their records are not merged.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, WorkingPerson>> LockPeopleAsync(
        IReadOnlyCollection<Guid> ids,
        DateOnly day,
        CancellationToken cancellationToken
    );

    /// <summary>Locks the people of enrolments likewise.</summary>
    Task LockPeopleOfAsync(IReadOnlyCollection<Guid> enrollments, CancellationToken cancellationToken);

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

    void Add(Course course);

    void Add(Offering offering);
}

/// <summary>Where and as what a person works: the main appointment of the day, or else what the record says.</summary>
public sealed record WorkingPerson(Guid OfficeId, string OfficeCode, Guid? SchoolId, Guid? CategoryId);
