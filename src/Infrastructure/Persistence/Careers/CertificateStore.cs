using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Domain.Careers;

namespace TeacherDevPlan.Infrastructure.Persistence.Careers;

/// <inheritdoc cref="ICertificateStore"/>
internal sealed class CertificateStore(PlanDbContext context) : ICertificateStore
{
    /// <summary>The row is locked by it, and goes back with the transaction.</summary>
    private const string Take = """
        INSERT INTO certificate_series AS s (office_id, year, last_number) VALUES ($1, $2, $3)
        ON CONFLICT (office_id, year) DO UPDATE SET last_number = s.last_number + excluded.last_number
        RETURNING last_number
        """;

    public async Task<int> TakeAsync(Guid officeId, int year, int count, CancellationToken cancellationToken) =>
        (int)(await context.ScalarAsync(Take, cancellationToken, Sql.Of(officeId), Sql.Of(year), Sql.Of(count)))!
        - count
        + 1;

    public async Task<IReadOnlySet<Guid>> CertifiedAsync(
        IReadOnlyCollection<Guid> enrollments,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<Certificate>()
            .Where(one => enrollments.Contains(one.EnrollmentId) && one.RevokedOn == null)
            .Select(one => one.EnrollmentId)
            .ToHashSetAsync(cancellationToken);

    public async Task<Certificate?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.LockAsync($"certificate {id}", cancellationToken);
        return await context
            .Set<Certificate>()
            .Include(one => one.Office)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
    }

    public void Add(IEnumerable<Certificate> certificates) => context.AddRange(certificates);
}
