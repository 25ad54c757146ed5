using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Reports;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Infrastructure.Persistence.Reports;

/// <inheritdoc cref="IReportStore"/>
internal sealed class ReportStore(PlanDbContext context) : IReportStore
{
    public async Task<QuarterlyReport?> OpenLatestAsync(
        Guid planId,
        FiscalQuarter quarter,
        CancellationToken cancellationToken
    )
    {
        var latest = context
            .Set<QuarterlyReport>()
            .Where(report => report.PlanId == planId && report.Quarter == quarter)
            .OrderByDescending(report => report.Revision);
        if (await latest.Select(report => (Guid?)report.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
            return null;
        await LockAsync(id, cancellationToken);
        return await latest
            .Include(report => report.Projects)
                .ThenInclude(project => project.Kpis)
            .Include(report => report.Indicators)
            .Include(report => report.Events)
            .Include(report => report.People)
            .AsSplitQuery()
            .FirstAsync(cancellationToken);
    }

    public async Task<QuarterlyReport?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await LockAsync(id, cancellationToken);
        return await context
            .Set<QuarterlyReport>()
            .Include(report => report.Office)
            .SingleOrDefaultAsync(report => report.Id == id, cancellationToken);
    }

    public async Task<ReportContent> ContentAsync(
        PlanKey plan,
        QuarterlyReport report,
        CancellationToken cancellationToken
    )
    {
        var (events, all) = await EventsAsync(report, cancellationToken);
        return new ReportContent(
            await ProjectsAsync(plan.PlanId, report.Quarter, cancellationToken),
            await IndicatorsAsync(plan.PlanId, plan.FiscalYear, cancellationToken),
            events,
            all
        );
    }

    public void Add(QuarterlyReport report) => context.Add(report);

    private Task<int> LockAsync(Guid id, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"SELECT FROM quarterly_reports WHERE id = {id} FOR UPDATE",
            cancellationToken
        );

    private async Task<IReadOnlyList<RecordedProject>> ProjectsAsync(
        Guid planId,
        FiscalQuarter quarter,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from project in context.Set<Project>().AsNoTracking()
            where
                project.PlanId == planId
                && project.Status != ProjectStatus.Draft
                && project.Status != ProjectStatus.Submitted
            join kept in context.Set<ProjectBudget>() on project.Id equals kept.ProjectId into budgets
            from budget in budgets.DefaultIfEmpty()
            orderby project.Number
            select new
            {
                project.Id,
                project.Number,
                project.Name,
                Strategy = project.Strategy.Name,
                Unit = project.ResponsibleUnit.Name,
                project.Status,
                Budget = budget,
                Progress = context
                    .Set<ProgressReport>()
                    .Where(one => one.ProjectId == project.Id && one.Quarter == quarter)
                    .OrderByDescending(one => one.Revision)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        var kpis = (
            await context
                .Set<ProjectKpi>()
                .AsNoTracking()
                .Where(kpi => kpi.Project.PlanId == planId)
                .OrderBy(kpi => kpi.Position)
                .ToListAsync(cancellationToken)
        ).ToLookup(kpi => kpi.ProjectId);
        return
        [
            .. found.Select(one => new RecordedProject(
                one.Id,
                one.Number,
                one.Name,
                one.Strategy,
                one.Unit,
                one.Status,
                one.Budget?.Balance ?? Balance.Zero,
                one.Progress,
                [.. kpis[one.Id]]
            )),
        ];
    }

    private async Task<IReadOnlyList<RecordedIndicator>> IndicatorsAsync(
        Guid planId,
        int fiscalYear,
        CancellationToken cancellationToken
    )
    {
        var found =
            from plan in context.Set<DevelopmentPlan>()
            where plan.Id == planId
            from strategy in context.Set<Strategy>()
            where strategy.StrategicPlanId == plan.StrategicPlanId
            from indicator in strategy.Indicators
            from target in indicator.Targets
            where target.FiscalYear == fiscalYear
            orderby strategy.Number, indicator.Number
            select new
            {
                strategy.Name,
                Indicator = indicator,
                Target = target,
            };
        return
        [
            .. (await found.AsNoTracking().ToListAsync(cancellationToken)).Select(one => new RecordedIndicator(
                one.Name,
                one.Indicator,
                one.Target
            )),
        ];
    }

    private async Task<(IReadOnlyList<RecordedEvent> Events, PeopleCounts All)> EventsAsync(
        QuarterlyReport report,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (report.StartsOn, report.EndsOn);
        var held = context
            .Set<Offering>()
            .Where(offering =>
                offering.OfficeId == report.OfficeId
                && offering.Sessions.Any(session => session.Day >= first && session.Day <= last)
            );
        var offerings = await held.AsNoTracking()
            .OrderBy(offering => offering.StartsOn)
            .ThenBy(offering => offering.Id)
            .Select(offering => new
            {
                offering.Id,
                ProjectNumber = (int?)offering.Project!.Number,
                offering.Title,
                Form = offering.Method.Name,
                offering.StartsOn,
                offering.EndsOn,
                offering.Status,
            })
            .ToListAsync(cancellationToken);
        var enrolled = await (
            from one in context.Set<Enrollment>()
            where
                held.Any(offering => offering.Id == one.OfferingId)
                && (
                    one.Status == EnrollmentStatus.Enrolled
                    || one.Status == EnrollmentStatus.Completed
                    || one.Status == EnrollmentStatus.NotCompleted
                    || one.Status == EnrollmentStatus.Absent
                    // Who was there and left, or was there before the event was cancelled.
                    || one.Attendances.Any(minutes =>
                        minutes.Minutes > 0 && minutes.Session.Day >= first && minutes.Session.Day <= last
                    )
                )
            select new Taking(
                one.OfferingId,
                one.PersonId,
                one.Status == EnrollmentStatus.Completed && one.Offering.EndsOn >= first && one.Offering.EndsOn <= last,
                one.Attendances.Where(minutes => minutes.Session.Day >= first && minutes.Session.Day <= last)
                    .Sum(minutes => minutes.Minutes)
            )
        ).ToListAsync(cancellationToken);
        var byOffering = enrolled.ToLookup(one => one.OfferingId);
        return (
            [
                .. offerings.Select(one => new RecordedEvent(
                    one.Id,
                    one.ProjectNumber,
                    one.Title,
                    one.Form,
                    one.StartsOn!.Value,
                    one.EndsOn!.Value,
                    one.Status,
                    Count(byOffering[one.Id])
                )),
            ],
            Count(enrolled)
        );
    }

    /// <summary>Each person once.</summary>
    private static PeopleCounts Count(IEnumerable<Taking> enrolled)
    {
        var people = enrolled.GroupBy(one => one.PersonId).ToList();
        return new PeopleCounts(
            people.Count,
            people.Count(one => one.Any(taking => taking.Minutes > 0)),
            people.Count(one => one.Any(taking => taking.HasCompleted)),
            people.Sum(one => one.Sum(taking => taking.Minutes))
        );
    }

    private sealed record Taking(Guid OfferingId, Guid PersonId, bool HasCompleted, int Minutes);
}
