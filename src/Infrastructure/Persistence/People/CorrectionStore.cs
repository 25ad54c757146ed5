using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.People.Corrections;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <inheritdoc cref="ICorrectionStore"/>
internal sealed class CorrectionStore(PlanDbContext context) : ICorrectionStore
{
    public Task<int> OpenRequestsAsync(Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<CorrectionRequest>()
            .CountAsync(
                request => request.PersonId == personId && request.Status == CorrectionStatus.Open,
                cancellationToken
            );

    public async Task<(CorrectionRequest Request, string OfficeCode)?> OpenAsync(
        Guid id,
        CancellationToken cancellationToken
    )
    {
        await context.Database.ExecuteSqlAsync(
            $"SELECT FROM correction_requests WHERE id = {id} FOR UPDATE",
            cancellationToken
        );
        var found = await (
            from request in context.Set<CorrectionRequest>()
            where request.Id == id
            join office in context.Set<Office>() on request.OfficeId equals office.Id
            select new { request, office.Code }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.request, found.Code);
    }
}
