using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Figures;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Infrastructure.Persistence.Figures;

/// <inheritdoc cref="IProposalStore"/>
internal sealed class ProposalStore(PlanDbContext context) : IProposalStore
{
    public Task<Guid> OfficeIdAsync(string officeCode, CancellationToken cancellationToken) =>
        context
            .Set<Office>()
            .Where(office => office.Code == officeCode)
            .Select(office => office.Id)
            .SingleAsync(cancellationToken);

    public async Task<IndicatorProposal?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var of = await context
            .Set<IndicatorProposal>()
            .Where(one => one.Id == id)
            .Select(one => new { one.OfficeId, one.FiscalYear })
            .SingleOrDefaultAsync(cancellationToken);
        if (of is null)
            return null;
        await context.LockAsync($"proposed results of {of.OfficeId} {of.FiscalYear}", cancellationToken);
        return await context
            .Set<IndicatorProposal>()
            .Include(one => one.Office)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyList<IndicatorProposal>> OfAsync(
        Guid subjectId,
        int fiscalYear,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<IndicatorProposal>()
            .Where(one => (one.IndicatorId == subjectId || one.KpiId == subjectId) && one.FiscalYear == fiscalYear)
            .OrderBy(one => one.ComputedAt)
            .ThenBy(one => one.Id)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<IndicatorProposal>> AcceptedAsync(
        Guid officeId,
        int fiscalYear,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<IndicatorProposal>()
            .Where(one => one.OfficeId == officeId && one.FiscalYear == fiscalYear && one.AcceptedAt != null)
            .ToListAsync(cancellationToken);

    public void Add(IndicatorProposal proposal) => context.Add(proposal);
}
