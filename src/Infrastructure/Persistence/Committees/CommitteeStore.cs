using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Committees;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Committees;

/// <inheritdoc cref="ICommitteeStore"/>
internal sealed class CommitteeStore(PlanDbContext context) : ICommitteeStore
{
    public async Task<Committee?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.LockAsync($"committee {id}", cancellationToken);
        return await context
            .Set<Committee>()
            .Include(one => one.Members)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
    }

    public Task<Committee?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

    public async Task<IReadOnlySet<Guid>> LockKnownAsync(
        Guid officeId,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    )
    {
        await context.LockPeopleAsync(people, cancellationToken);
        return await context
            .Set<Person>()
            .Where(person =>
                people.Contains(person.Id)
                && (person.OfficeId == officeId || person.Appointments.Any(one => one.OfficeId == officeId))
            )
            .Select(person => person.Id)
            .ToHashSetAsync(cancellationToken);
    }

    public Task<bool> HasSchoolAsync(Guid officeId, Guid schoolId, CancellationToken cancellationToken) =>
        context
            .Set<School>()
            .AnyAsync(school => school.Id == schoolId && school.OfficeId == officeId, cancellationToken);

    public Task<FoundMonitored?> ProjectAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<Project>()
            .Where(project =>
                project.Id == id && project.Status != ProjectStatus.Draft && project.Status != ProjectStatus.Submitted
            )
            .Select(project => new FoundMonitored(
                new Monitored(project.Plan.OfficeId, project.FiscalYear, project.Id, null),
                project.Plan.Office.Code,
                project.Plan.Office.Published
            ))
            .SingleOrDefaultAsync(cancellationToken);

    public Task<FoundMonitored?> OfferingAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<Offering>()
            .Where(offering => offering.Id == id)
            .Select(offering => new FoundMonitored(
                new Monitored(offering.OfficeId, offering.FiscalYear, null, offering.Id),
                offering.Office.Code,
                offering.Office.Published
            ))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<MonitoringVisit?> OpenVisitAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.LockAsync($"monitoring visit {id}", cancellationToken);
        return await context
            .Set<MonitoringVisit>()
            .Include(visit => visit.Office)
            .SingleOrDefaultAsync(visit => visit.Id == id, cancellationToken);
    }

    public Task<bool> MonitorsAsync(
        Guid personId,
        Guid committeeId,
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<CommitteeMember>()
            .AnyAsync(
                one =>
                    one.PersonId == personId
                    && one.CommitteeId == committeeId
                    && one.HeldFrom <= day
                    && !(one.HeldTo < day)
                    && one.Committee.Monitors,
                cancellationToken
            );

    public void Add(Committee committee) => context.Add(committee);

    public void Add(MonitoringVisit visit) => context.Add(visit);
}
