using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Careers;

/// <inheritdoc cref="IInductionStore"/>
internal sealed class InductionStore(PlanDbContext context) : IInductionStore
{
    public Task LockPeopleAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        context.LockPeopleAsync(ids, cancellationToken);

    public Task<Induction?> OpenAsync(Guid id, Guid? mentorId, CancellationToken cancellationToken) =>
        OpenAsync(context.Set<Induction>().Where(one => one.Id == id), mentorId, cancellationToken);

    public Task<Induction?> OpenOfStepAsync(Guid stepId, CancellationToken cancellationToken) =>
        OpenAsync(
            context.Set<Induction>().Where(one => one.Steps.Any(step => step.Id == stepId)),
            null,
            cancellationToken
        );

    public Task<bool> IsRunningAsync(Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<Induction>()
            .AnyAsync(one => one.PersonId == personId && one.Status == InductionStatus.InProgress, cancellationToken);

    public Task<InductionProgramme?> ProgrammeAsync(string code, CancellationToken cancellationToken) =>
        context
            .Set<InductionProgramme>()
            .AsNoTracking()
            .Include(programme => programme.Steps)
            .SingleOrDefaultAsync(programme => programme.Code == code, cancellationToken);

    public async Task<IReadOnlyList<string>> ProgrammesAsync(CancellationToken cancellationToken) =>
        await context.Set<InductionProgramme>().Select(programme => programme.Code).ToListAsync(cancellationToken);

    public void Add(Induction induction) => context.Add(induction);

    private async Task<Induction?> OpenAsync(
        IQueryable<Induction> found,
        Guid? mentorId,
        CancellationToken cancellationToken
    )
    {
        await context.LockPersonOfAsync(found.Select(one => one.PersonId), cancellationToken, mentorId);
        return await found
            .Include(one => one.Office)
            .Include(one => one.Steps.OrderBy(step => step.Number))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
