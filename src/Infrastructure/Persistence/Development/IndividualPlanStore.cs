using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Development;

/// <inheritdoc cref="IIndividualPlanStore"/>
internal sealed class IndividualPlanStore(PlanDbContext context, TimeProvider time) : IIndividualPlanStore
{
    public async Task<OpenedIndividualPlan?> OpenAsync(
        Guid personId,
        int fiscalYear,
        CancellationToken cancellationToken
    )
    {
        await context.LockPlansOfAsync(personId, cancellationToken);
        var plan = await FindAsync(
            plan => plan.PersonId == personId && plan.FiscalYear == fiscalYear,
            cancellationToken
        );
        return await OpenAsync(
            personId,
            plan ?? new IndividualDevelopmentPlan(personId, fiscalYear),
            cancellationToken
        );
    }

    public async Task<OpenedIndividualPlan?> OpenAsync(Guid planId, CancellationToken cancellationToken)
    {
        var person = await PersonOfAsync(planId, cancellationToken);
        if (person is null)
            return null;
        await context.LockPlansOfAsync(person.Value, cancellationToken);
        var plan = await FindAsync(plan => plan.Id == planId, cancellationToken);
        // Two records of the person can have been made one before the lock was free.
        return plan?.PersonId == person
            ? await OpenAsync(person.Value, plan!, cancellationToken)
            : throw new TransactionConflictException();
    }

    public async Task<Catalogues> CataloguesAsync(CancellationToken cancellationToken) =>
        new(
            await EntriesAsync<DevelopmentTopic>(cancellationToken),
            await EntriesAsync<Competency>(cancellationToken),
            await EntriesAsync<DevelopmentMethod>(cancellationToken)
        );

    public async Task<IReadOnlySet<Guid>> ProjectsAsync(
        Guid officeId,
        int fiscalYear,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        ids.Count == 0
            ? new HashSet<Guid>()
            : await context
                .Set<Project>()
                .Where(project =>
                    ids.Contains(project.Id)
                    && project.FiscalYear == fiscalYear
                    && project.Plan.OfficeId == officeId
                    && project.Status != ProjectStatus.Draft
                    && project.Status != ProjectStatus.Submitted
                )
                .Select(project => project.Id)
                .ToHashSetAsync(cancellationToken);

    public void Add(IndividualDevelopmentPlan plan) => context.Add(plan);

    private async Task<Guid?> PersonOfAsync(Guid planId, CancellationToken cancellationToken) =>
        await context
            .Set<IndividualDevelopmentPlan>()
            .Where(plan => plan.Id == planId)
            .Select(plan => (Guid?)plan.PersonId)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The plan with all revisions, and with the content of the latest one.</summary>
    private async Task<IndividualDevelopmentPlan?> FindAsync(
        Expression<Func<IndividualDevelopmentPlan, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var plan = await context
            .Set<IndividualDevelopmentPlan>()
            .Include(plan => plan.Office)
            .Include(plan => plan.Revisions)
            .SingleOrDefaultAsync(which, cancellationToken);
        if (plan is not null)
        {
            var latest = context.Entry(plan.Latest);
            await latest.Collection(revision => revision.Items).LoadAsync(cancellationToken);
            await latest.Collection(revision => revision.Assessments).LoadAsync(cancellationToken);
        }

        return plan;
    }

    private async Task<OpenedIndividualPlan?> OpenAsync(
        Guid personId,
        IndividualDevelopmentPlan plan,
        CancellationToken cancellationToken
    )
    {
        var person = await context
            .Set<Person>()
            .Where(one => one.Id == personId)
            .Select(one => new
            {
                one.OfficeId,
                one.SchoolId,
                one.Office.Code,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return null;
        var today = ThaiDay.Of(time.GetUtcNow());
        var (supervisors, directors) = await context.LeadersAsync(personId, today, cancellationToken);
        return new OpenedIndividualPlan(
            plan,
            new Workplace(person.OfficeId, person.SchoolId),
            plan.Version == 0 ? person.Code : plan.Office.Code,
            supervisors,
            directors
        );
    }

    private async Task<IReadOnlyDictionary<string, T>> EntriesAsync<T>(CancellationToken cancellationToken)
        where T : CatalogueEntry =>
        await context.Set<T>().AsNoTracking().ToDictionaryAsync(entry => entry.Code, cancellationToken);
}
