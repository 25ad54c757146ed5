using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Infrastructure.Persistence.Plans;

internal sealed class PlanRepository(PlanDbContext context) : IPlanRepository
{
    public Task LockOfficeAsync(string officeCode, CancellationToken cancellationToken) =>
        context.LockAsync(officeCode, cancellationToken);

    public Task<Office?> FindOfficeAsync(string code, CancellationToken cancellationToken) =>
        context
            .Set<Office>()
            .Include(office => office.Districts)
            .Include(office => office.OrgUnits)
            .Include(office => office.Staff)
            .AsSplitQuery()
            .SingleOrDefaultAsync(office => office.Code == code, cancellationToken);

    public Task<StrategicPlan?> FindStrategicPlanAsync(
        Guid officeId,
        int firstFiscalYear,
        CancellationToken cancellationToken
    ) =>
        StrategicPlans()
            .SingleOrDefaultAsync(
                plan => plan.OfficeId == officeId && plan.FirstFiscalYear == firstFiscalYear,
                cancellationToken
            );

    /// <summary>Strategic plans with all their parts.</summary>
    private IQueryable<StrategicPlan> StrategicPlans() =>
        context
            .Set<StrategicPlan>()
            .Include(plan => plan.Texts)
            .Include(plan => plan.Strategies)
                .ThenInclude(strategy => strategy.Objectives)
            .Include(plan => plan.Strategies)
                .ThenInclude(strategy => strategy.Guidelines)
            .Include(plan => plan.Strategies)
                .ThenInclude(strategy => strategy.Indicators)
                    .ThenInclude(indicator => indicator.Targets)
            .AsSplitQuery();

    public Task<Guid?> FindPlanAsync(string officeCode, int fiscalYear, CancellationToken cancellationToken) =>
        context
            .Set<DevelopmentPlan>()
            .Where(plan => plan.Office.Code == officeCode && plan.FiscalYear == fiscalYear)
            .Select(plan => (Guid?)plan.Id)
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<PlanKey?> FindKeyAsync(Guid planId, CancellationToken cancellationToken) =>
        await context
            .Set<DevelopmentPlan>()
            .Where(plan => plan.Id == planId)
            .Select(plan => new PlanKey(
                plan.Id,
                plan.OfficeId,
                plan.Office.Code,
                plan.FiscalYear,
                plan.Published,
                context
                    .Set<StrategicPlan>()
                    .Where(strategic => strategic.Id == plan.StrategicPlanId)
                    .Select(strategic => (int?)strategic.FirstFiscalYear)
                    .FirstOrDefault()
            ))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<Guid?> FindPlanOfFindingAsync(Guid findingId, CancellationToken cancellationToken) =>
        await context
            .Set<Finding>()
            .Where(finding => finding.Id == findingId)
            .Select(finding => (Guid?)finding.PlanId)
            .SingleOrDefaultAsync(cancellationToken);

    public Task<Finding?> FindFindingAsync(Guid findingId, CancellationToken cancellationToken) =>
        context.Set<Finding>().SingleOrDefaultAsync(finding => finding.Id == findingId, cancellationToken);

    public async Task<PlanFindings> FindingsAsync(Guid planId, CancellationToken cancellationToken)
    {
        var findings = context.Set<Finding>();
        var known = await findings.Where(finding => finding.PlanId == planId).ToListAsync(cancellationToken);
        return new PlanFindings(planId, known, finding => findings.Add(finding));
    }

    public async Task<DevelopmentPlan?> FindDevelopmentPlanAsync(
        Guid officeId,
        int fiscalYear,
        CancellationToken cancellationToken
    )
    {
        var plans = context.Set<DevelopmentPlan>().AsSplitQuery();
        var found = await plans
            .Include(plan => plan.Texts)
            .Include(plan => plan.Sections)
                .ThenInclude(section => section.Items)
            .Include(plan => plan.Calendar)
            .Include(plan => plan.NeedsSurveys)
                .ThenInclude(survey => survey.Topics)
            .Include(plan => plan.Datasets)
                .ThenInclude(dataset => dataset.Observations)
                    .ThenInclude(observation => observation.Coordinates)
            .SingleOrDefaultAsync(
                plan => plan.OfficeId == officeId && plan.FiscalYear == fiscalYear,
                cancellationToken
            );
        if (found is not null)
        {
            // In the order of their ids, as whoever posts on them does; while they are locked, no payment changes a project.
            await context.Database.ExecuteSqlAsync(
                $"SELECT FROM activity_budgets WHERE plan_id = {found.Id} ORDER BY activity_id FOR UPDATE",
                cancellationToken
            );
            await context.Database.ExecuteSqlAsync(
                $"SELECT FROM project_budgets WHERE plan_id = {found.Id} ORDER BY project_id FOR UPDATE",
                cancellationToken
            );
            await LoadProjectsAsync(found.Id, cancellationToken);
        }
        return found;
    }

    public Task<bool> IsPublishedAsync(string officeCode, int fiscalYear, CancellationToken cancellationToken) =>
        context
            .Set<DevelopmentPlan>()
            .AnyAsync(
                plan => plan.Office.Code == officeCode && plan.FiscalYear == fiscalYear && plan.Published,
                cancellationToken
            );

    public async Task<Sharing> SharingAsync(
        Guid officeId,
        int fiscalYear,
        bool publishes,
        CancellationToken cancellationToken
    )
    {
        var others = context
            .Set<DevelopmentPlan>()
            .Where(plan => plan.OfficeId == officeId && plan.FiscalYear != fiscalYear);
        var stated = await others
            .Select(plan => new { plan.StatedUnits, plan.StatedStrategies })
            .ToListAsync(cancellationToken);
        var owners = await others
            .SelectMany(plan => plan.Projects)
            .Where(project => project.Status != ProjectStatus.Draft && project.Status != ProjectStatus.Submitted)
            .SelectMany(project => project.Owners)
            .Select(owner => owner.StaffMemberId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var appointedTo = await context
            .Set<Appointment>()
            .Where(one => one.OfficeId == officeId && one.OrgUnitId != null)
            .Select(one => one.OrgUnitId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        return new Sharing(
            publishes,
            stated.SelectMany(plan => plan.StatedUnits.Concat(plan.StatedStrategies)).Concat(appointedTo).ToHashSet(),
            owners.ToHashSet()
        );
    }

    public async Task WithdrawAsync(string officeCode, int fiscalYear, CancellationToken cancellationToken)
    {
        var withdrawn = await context
            .Set<DevelopmentPlan>()
            .Where(plan => plan.Office.Code == officeCode && plan.FiscalYear == fiscalYear && plan.Published)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.Published, false), cancellationToken);
        if (withdrawn > 0)
            await ShowPublishedAsync(officeCode, cancellationToken);
    }

    public Task ShowPublishedAsync(string officeCode, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT show_published({officeCode})", cancellationToken);

    public async Task<IReadOnlySet<Guid>> ProjectsWithReportsAsync(Guid planId, CancellationToken cancellationToken) =>
        await context
            .Set<ProgressReport>()
            .Where(report => report.Project.PlanId == planId)
            .Select(report => report.ProjectId)
            .ToHashSetAsync(cancellationToken);

    public async Task RemoveStrategicPlanAsync(
        Guid strategicPlanId,
        Guid leavingPlanId,
        CancellationToken cancellationToken
    )
    {
        if (
            await context
                .Set<DevelopmentPlan>()
                .AnyAsync(
                    plan => plan.StrategicPlanId == strategicPlanId && plan.Id != leavingPlanId,
                    cancellationToken
                )
            || await StrategicPlans().SingleOrDefaultAsync(plan => plan.Id == strategicPlanId, cancellationToken)
                is not { } left
            || left.Strategies.SelectMany(strategy => strategy.Indicators)
                .Any(indicator =>
                    indicator.DefinitionId is not null || indicator.Targets.Any(target => target.ResultEntries > 0)
                )
        )
            return;
        context.Remove(left);
    }

    public void Add(Office office) => context.Add(office);

    public void Add(StrategicPlan plan) => context.Add(plan);

    public void Add(DevelopmentPlan plan) => context.Add(plan);

    public Task<int> SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    /// <summary>The projects of a tracked plan, with all their parts; they find their plan by themselves.</summary>
    private Task LoadProjectsAsync(Guid planId, CancellationToken cancellationToken) =>
        context
            .Set<Project>()
            .Where(project => project.PlanId == planId)
            .Include(project => project.Owners)
            .Include(project => project.FundingSources)
            .Include(project => project.Texts)
            .Include(project => project.Activities)
            .Include(project => project.Kpis)
            .AsSplitQuery()
            .LoadAsync(cancellationToken);
}
