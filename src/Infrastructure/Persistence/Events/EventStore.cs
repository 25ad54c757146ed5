using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Events;

/// <inheritdoc cref="IEventStore"/>
internal sealed class EventStore(PlanDbContext context) : IEventStore
{
    public async Task<Course?> OpenCourseAsync(Guid? officeId, string code, CancellationToken cancellationToken)
    {
        await context.LockAsync($"courses of {officeId}", cancellationToken);
        // Before codes ignored case, an office could save two that differ in nothing else. Of these, the one with the exact code is meant.
        return await context
            .Set<Course>()
            .FromSql($"SELECT * FROM courses WHERE lower(code) = lower({code})")
            .Include(course => course.Subjects)
            .Where(course => course.OfficeId == officeId)
            .OrderByDescending(course => course.Code == code)
            .ThenBy(course => course.Id)
            .FirstOrDefaultAsync(cancellationToken);
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

    public async Task<Offering?> OpenAsync(Guid id, OfferingParts parts, CancellationToken cancellationToken)
    {
        await context.LockOfferingAsync(id, cancellationToken);
        var found = Offerings().Include(offering => offering.Enrollments).ThenInclude(one => one.Exceptions);
        return parts == OfferingParts.Enrollments
            ? await found.AsSplitQuery().SingleOrDefaultAsync(offering => offering.Id == id, cancellationToken)
            : await found
                .Include(offering => offering.Enrollments)
                    .ThenInclude(one => one.Attendances)
                .AsSplitQuery()
                .SingleOrDefaultAsync(offering => offering.Id == id, cancellationToken);
    }

    public async Task<Offering?> OpenOfSessionAsync(Guid sessionId, Guid? personId, CancellationToken cancellationToken)
    {
        var sessions = context.Set<Session>().Where(session => session.Id == sessionId);
        var id = await sessions.Select(session => session.OfferingId).SingleOrDefaultAsync(cancellationToken);
        await context.LockOfferingAsync(id, cancellationToken);
        if (personId is not { } person)
            return await Offerings()
                .AsSplitQuery()
                .SingleOrDefaultAsync(offering => offering.Id == id, cancellationToken);
        var isFirst = await sessions.AnyAsync(session => !session.Held, cancellationToken);
        return await Offerings()
            .Include(offering => offering.Enrollments.Where(one => isFirst || one.PersonId == person))
                .ThenInclude(one => one.Attendances)
            .AsSplitQuery()
            .SingleOrDefaultAsync(offering => offering.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, WorkingPerson>> LockPeopleAsync(
        IReadOnlyCollection<Guid> ids,
        Guid offeringId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        await context.LockSeatsAsync(ids, [offeringId], cancellationToken);
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

    public async Task LockPeopleOfAsync(
        IReadOnlyCollection<Guid> enrollments,
        Guid offeringId,
        CancellationToken cancellationToken
    )
    {
        await context.LockLinesAsync([offeringId], cancellationToken);
        var people =
            enrollments.Count == 0
                ? []
                : await context
                    .Set<Enrollment>()
                    .Where(one => enrollments.Contains(one.Id))
                    .Select(one => one.PersonId)
                    .ToListAsync(cancellationToken);
        await context.LockSeatsAsync(people, [offeringId], cancellationToken);
    }

    public async Task LockEverybodyInAsync(Guid offeringId, CancellationToken cancellationToken)
    {
        await context.LockLinesAsync([offeringId], cancellationToken);
        var there = context
            .Set<Enrollment>()
            .Where(one =>
                one.OfferingId == offeringId
                && (
                    one.Status == EnrollmentStatus.Requested
                    || one.Status == EnrollmentStatus.Waitlisted
                    || one.Status == EnrollmentStatus.Enrolled
                )
            )
            .Select(one => one.PersonId);
        var all = await there.ToHashSetAsync(cancellationToken);
        await context.LockSeatsAsync(all, [offeringId], cancellationToken);
        // Meanwhile a merge of two records, or undoing one, has put another person in the offering.
        if (!(await there.ToHashSetAsync(cancellationToken)).IsSubsetOf(all))
            throw new TransactionConflictException();
    }

    public async Task<IReadOnlyList<Elsewhere>> ElsewhereAsync(
        Offering offering,
        IReadOnlyList<PlannedSession> planned,
        CancellationToken cancellationToken
    )
    {
        Guid[] people = [.. offering.Enrollments.Where(one => one.IsOpen).Select(one => one.PersonId)];
        if (people.Length == 0 || planned.Count == 0)
            return [];
        var first = planned.Min(one => one.StartsAt).ToUniversalTime();
        var last = planned.Max(one => one.EndsAt).ToUniversalTime();
        return await (
            from other in InOthers(offering, people)
            join session in context.Set<Session>() on other.OfferingId equals session.OfferingId
            where session.StartsAt < last && first < session.EndsAt
            select new Elsewhere(other.PersonId, other.Status, session.StartsAt, session.EndsAt)
        ).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> BusyAsync(Offering offering, CancellationToken cancellationToken)
    {
        if (offering.OverlapPolicy != OverlapPolicy.Refuse)
            return new HashSet<Guid>();
        var line = offering
            .Enrollments.Where(one => one.Status == EnrollmentStatus.Waitlisted)
            .Select(one => one.PersonId)
            .ToHashSet();
        if (line.Count == 0)
            return line;
        return await AtTheSameTime(offering, line)
            .Where(other =>
                other.Status == EnrollmentStatus.Enrolled
                || other.Status == EnrollmentStatus.Completed
                || other.Status == EnrollmentStatus.NotCompleted
            )
            .Select(other => other.PersonId)
            .ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> OverlappingAsync(
        Offering offering,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    ) => await AtTheSameTime(offering, people).Select(other => other.PersonId).ToHashSetAsync(cancellationToken);

    public Task<AttendanceCode?> CodeAsync(Guid sessionId, CancellationToken cancellationToken) =>
        context
            .Set<AttendanceCode>()
            .Include(code => code.Tries)
            .SingleOrDefaultAsync(code => code.SessionId == sessionId, cancellationToken);

    public async Task<IReadOnlyList<Participant>> ParticipantsAsync(
        Offering offering,
        CancellationToken cancellationToken
    )
    {
        var people = offering
            .Enrollments.Where(one => one.Status == EnrollmentStatus.Enrolled)
            .Select(one => one.PersonId)
            .ToList();
        return await context
            .Set<Person>()
            .Where(person => people.Contains(person.Id))
            .Select(person => new Participant(
                person.Id,
                person.StaffNumber,
                person.Names.Select(held => held.Name).ToList()
            ))
            .ToListAsync(cancellationToken);
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

    public void Add(AttendanceCode code) => context.Add(code);

    public void Remove(AttendanceCode code) => context.Remove(code);

    private IQueryable<Offering> Offerings() =>
        context
            .Set<Offering>()
            .Include(offering => offering.Office)
            .Include(offering => offering.Sessions)
            .Include(offering => offering.Categories);

    /// <summary>What people have in other offerings with a session at the same time as one of this.</summary>
    private IQueryable<Enrollment> AtTheSameTime(Offering offering, IReadOnlyCollection<Guid> people) =>
        InOthers(offering, people)
            .Where(other =>
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
            );

    /// <summary>What people have in other offerings, unless it is certain that they are not there.</summary>
    private IQueryable<Enrollment> InOthers(Offering offering, IReadOnlyCollection<Guid> people)
    {
        Guid[] some = [.. people];
        return context
            .Set<Enrollment>()
            .Where(other =>
                some.Contains(other.PersonId)
                && other.OfferingId != offering.Id
                && other.Status != EnrollmentStatus.Declined
                && other.Status != EnrollmentStatus.Withdrawn
                && other.Status != EnrollmentStatus.Absent
            );
    }
}
