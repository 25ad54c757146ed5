using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Events;

/// <inheritdoc cref="IEventStore"/>
internal sealed class EventStore(PlanDbContext context) : IEventStore
{
    public async Task<Course?> OpenCourseAsync(Guid? officeId, string code, CancellationToken cancellationToken)
    {
        await context.LockAsync($"courses of {officeId}", cancellationToken);
        return await context
            .Set<Course>()
            .Include(course => course.Subjects)
            .SingleOrDefaultAsync(course => course.OfficeId == officeId && course.Code == code, cancellationToken);
    }

    public Task<bool> HasCourseAsync(Guid officeId, Guid id, CancellationToken cancellationToken) =>
        context
            .Set<Course>()
            .AnyAsync(
                course => course.Id == id && (course.OfficeId == officeId || course.OfficeId == null),
                cancellationToken
            );

    public Task<Activity?> ActivityAsync(Guid officeId, int fiscalYear, Guid id, CancellationToken cancellationToken) =>
        context
            .Set<Activity>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                activity =>
                    activity.Id == id
                    && activity.FiscalYear == fiscalYear
                    && activity.Project.Plan.OfficeId == officeId
                    && activity.Project.Status != ProjectStatus.Draft
                    && activity.Project.Status != ProjectStatus.Submitted,
                cancellationToken
            );

    public async Task<Offering?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.LockOfferingAsync(id, cancellationToken);
        return await context
            .Set<Offering>()
            .Include(offering => offering.Office)
            .Include(offering => offering.Sessions)
            .Include(offering => offering.Enrollments)
                .ThenInclude(one => one.Attendances)
            .Include(offering => offering.Enrollments)
                .ThenInclude(one => one.Exceptions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(offering => offering.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, WorkingPerson>> LockPeopleAsync(
        IReadOnlyCollection<Guid> ids,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        await context.LockPeopleAsync(ids, cancellationToken);
        var held = context.Set<Appointment>().HeldOn(day);
        var found = await (
            from person in context.Set<Person>()
            where ids.Contains(person.Id)
            from main in held.Where(one => one.PersonId == person.Id && one.IsMain).DefaultIfEmpty()
            select new
            {
                person.Id,
                Office = main == null ? person.OfficeId : main.OfficeId,
                Code = main == null ? person.Office.Code : main.Office.Code,
                School = main == null ? person.SchoolId : main.SchoolId,
                Category = main == null ? null : (Guid?)main.CategoryId,
            }
        ).ToListAsync(cancellationToken);
        return found.ToDictionary(
            one => one.Id,
            one => new WorkingPerson(one.Office, one.Code, one.School, one.Category)
        );
    }

    public async Task LockPeopleOfAsync(IReadOnlyCollection<Guid> enrollments, CancellationToken cancellationToken)
    {
        var people = await context
            .Set<Enrollment>()
            .Where(one => enrollments.Contains(one.Id))
            .Select(one => one.PersonId)
            .ToListAsync(cancellationToken);
        await context.LockPeopleAsync(people, cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> OverlappingAsync(
        Offering offering,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    )
    {
        Guid[] some = [.. people];
        var found =
            from other in context.Set<Enrollment>()
            where
                some.Contains(other.PersonId)
                && other.OfferingId != offering.Id
                && other.Status != EnrollmentStatus.Declined
                && other.Status != EnrollmentStatus.Withdrawn
                && other.Status != EnrollmentStatus.Absent
            where
                context
                    .Set<Session>()
                    .Any(theirs =>
                        theirs.OfferingId == other.OfferingId
                        && context
                            .Set<Session>()
                            .Any(ours =>
                                ours.OfferingId == offering.Id
                                && ours.StartsAt < theirs.EndsAt
                                && theirs.StartsAt < ours.EndsAt
                            )
                    )
            select other.PersonId;
        return await found.ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, Guid>> PeopleOfItemsAsync(
        IReadOnlyCollection<Guid> items,
        CancellationToken cancellationToken
    ) =>
        items.Count == 0
            ? new Dictionary<Guid, Guid>()
            : await context
                .Set<IndividualPlanItem>()
                .Where(item => items.Contains(item.Id) && item.Revision.ApprovedAt != null)
                .ToDictionaryAsync(item => item.Id, item => item.PersonId, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> OfficesAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<Office>()
            .Where(office => ids.Contains(office.Id))
            .ToDictionaryAsync(office => office.Id, office => office.Code, cancellationToken);

    public void Add(Course course) => context.Add(course);

    public void Add(Offering offering) => context.Add(offering);
}
