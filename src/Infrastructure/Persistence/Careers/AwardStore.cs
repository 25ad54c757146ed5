using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Careers;

/// <inheritdoc cref="IAwardStore"/>
internal sealed class AwardStore(PlanDbContext context) : IAwardStore
{
    public async Task<AwardProgramme?> OpenProgrammeAsync(
        Guid? officeId,
        string code,
        CancellationToken cancellationToken
    )
    {
        await context.LockAsync($"award programmes of {officeId}", cancellationToken);
        // Two that differ only in case may have been saved before; then the code as it is given tells which.
        return await context
            .Set<AwardProgramme>()
            .FromSql($"SELECT * FROM award_programmes WHERE lower(code) = lower({code})")
            .Where(one => one.OfficeId == officeId)
            .OrderByDescending(one => one.Code == code)
            .ThenBy(one => one.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<AwardProgramme?> ProgrammeAsync(Guid officeId, Guid id, CancellationToken cancellationToken) =>
        context
            .Set<AwardProgramme>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                one => one.Id == id && (one.OfficeId == officeId || one.OfficeId == null),
                cancellationToken
            );

    public Task LockPersonAsync(Guid personId, CancellationToken cancellationToken) =>
        context.LockPeopleAsync([personId], cancellationToken);

    public async Task<Award?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = context.Set<Award>().Where(one => one.Id == id);
        await context.LockPersonOfAsync(found.Select(one => one.PersonId), cancellationToken);
        return await found.Include(one => one.Office).SingleOrDefaultAsync(cancellationToken);
    }

    public Task<bool> HasOtherAsync(Award award, SameAward same, CancellationToken cancellationToken) =>
        context
            .Set<Award>()
            .AnyAsync(
                one =>
                    one.Id != award.Id
                    && one.PersonId == award.PersonId
                    && one.ProgrammeId == same.ProgrammeId
                    && one.Level == same.Level
                    && one.Division == same.Division
                    && one.FiscalYear == same.FiscalYear
                    && one.Status != AwardStatus.Withdrawn,
                cancellationToken
            );

    public void Add(AwardProgramme programme) => context.Add(programme);

    public void Add(Award award) => context.Add(award);
}
