using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.SampleData.National;

/// <summary>The catalogues of the ministry in the database, each by code.</summary>
internal sealed record Catalogues(
    IReadOnlyDictionary<string, StaffCategory> Categories,
    IReadOnlyList<DevelopmentTopic> Topics,
    IReadOnlyList<Competency> Competencies,
    IReadOnlyList<DevelopmentMethod> Methods
)
{
    public static async Task<Catalogues> ReadAsync(PlanDatabase database, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return new Catalogues(
            await context.Set<StaffCategory>().ToDictionaryAsync(one => one.Code, cancellationToken),
            await EntriesAsync<DevelopmentTopic>(context, cancellationToken),
            await EntriesAsync<Competency>(context, cancellationToken),
            await EntriesAsync<DevelopmentMethod>(context, cancellationToken)
        );
    }

    private static async Task<IReadOnlyList<T>> EntriesAsync<T>(
        PlanDbContext context,
        CancellationToken cancellationToken
    )
        where T : CatalogueEntry =>
        [.. (await context.Set<T>().ToListAsync(cancellationToken)).OrderBy(one => one.Code, StringComparer.Ordinal)];
}
