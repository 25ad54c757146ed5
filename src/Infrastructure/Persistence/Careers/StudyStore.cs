using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Careers;

/// <inheritdoc cref="IStudyStore"/>
internal sealed class StudyStore(PlanDbContext context) : IStudyStore
{
    public Task LockPersonAsync(Guid personId, CancellationToken cancellationToken) =>
        context.LockPeopleAsync([personId], cancellationToken);

    public async Task<FurtherStudy?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = context.Set<FurtherStudy>().Where(one => one.Id == id);
        await context.LockPersonOfAsync(found.Select(one => one.PersonId), cancellationToken);
        return await found
            .Include(one => one.Office)
            .Include(one => one.Extensions.OrderBy(extension => extension.Number))
            .SingleOrDefaultAsync(cancellationToken);
    }

    public Task<int> RequestedAsync(Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<FurtherStudy>()
            .CountAsync(one => one.PersonId == personId && one.Status == StudyStatus.Requested, cancellationToken);

    public Task<BondRule?> RuleAsync(
        StudyLeave leave,
        StudyFunding funding,
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<BondRule>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                rule =>
                    rule.Leave == leave && rule.Funding == funding && !(rule.ValidFrom > day) && !(rule.ValidTo < day),
                cancellationToken
            );

    public Task<FurtherStudy?> OverlappingAsync(
        FurtherStudy study,
        DateOnly until,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<FurtherStudy>()
            .AsNoTracking()
            .Where(one =>
                one.Id != study.Id
                && one.PersonId == study.PersonId
                && one.Leave == StudyLeave.FullTime
                && one.Status != StudyStatus.Requested
                && one.Status != StudyStatus.Refused
                && one.StartsOn <= until
                && (one.EndedOn ?? one.EndsOn) >= study.StartsOn
            )
            .OrderBy(one => one.StartsOn)
            .FirstOrDefaultAsync(cancellationToken);

    public void Add(FurtherStudy study) => context.Add(study);
}
