using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Domain.Staff;

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
            .AsSplitQuery()
            .SingleOrDefaultAsync(
                plan => plan.OfficeId == officeId && plan.FirstFiscalYear == firstFiscalYear,
                cancellationToken
            );

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
            .Include(plan => plan.Findings)
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

    public async Task<IReadOnlySet<int>> UnitsUsedElsewhereAsync(
        Guid officeId,
        int fiscalYear,
        IReadOnlyCollection<string> restatedStaff,
        CancellationToken cancellationToken
    )
    {
        var ofProjects = context
            .Set<Project>()
            .Where(project => project.Plan.OfficeId == officeId && project.Plan.FiscalYear != fiscalYear)
            .Select(project => project.ResponsibleUnit.Number);
        var ofStaff = context
            .Set<StaffMember>()
            .Where(member =>
                member.OfficeId == officeId && member.OrgUnit != null && !restatedStaff.Contains(member.Name)
            )
            .Select(member => member.OrgUnit!.Number);
        return await ofProjects.Union(ofStaff).ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<int>> StrategiesUsedElsewhereAsync(
        Guid strategicPlanId,
        int fiscalYear,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<Project>()
            .Where(project =>
                project.Strategy.StrategicPlanId == strategicPlanId && project.Plan.FiscalYear != fiscalYear
            )
            .Select(project => project.Strategy.Number)
            .ToHashSetAsync(cancellationToken);

    public async Task<IReadOnlySet<Guid>> ProjectsWithReportsAsync(Guid planId, CancellationToken cancellationToken) =>
        await context
            .Set<ProgressReport>()
            .Where(report => report.Project.PlanId == planId)
            .Select(report => report.ProjectId)
            .ToHashSetAsync(cancellationToken);

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
