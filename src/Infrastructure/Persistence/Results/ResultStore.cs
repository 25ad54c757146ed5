using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Infrastructure.Persistence.Results;

internal sealed class ResultStore(
    PlanDbContext context,
    WriteBatch writes,
    Caller caller,
    AccessControl access,
    TimeProvider time
) : IResultStore
{
    private const string InsertReport = """
        INSERT INTO progress_report_revisions (id, project_id, fiscal_year, quarter, revision, work_done, issues, corrective_action,
            due_on, submitted_on, submitted_at, submitted_by, spent_to_date)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce(sum(disbursed_q1
            + CASE WHEN $4 >= 'Q2' THEN disbursed_q2 ELSE 0 END + CASE WHEN $4 >= 'Q3' THEN disbursed_q3 ELSE 0 END
            + CASE WHEN $4 >= 'Q4' THEN disbursed_q4 ELSE 0 END), 0)
        FROM activity_budgets WHERE project_id = $2
        """;

    public async Task<OpenedIndicator?> OpenIndicatorAsync(
        Guid id,
        int? fiscalYear,
        CancellationToken cancellationToken
    )
    {
        var place = await context
            .Set<Indicator>()
            .Where(indicator => indicator.Id == id)
            .Select(indicator => new Place(indicator.Strategy.StrategicPlan.Office.Code, indicator.Strategy.Published))
            .SingleOrDefaultAsync(cancellationToken);
        if (place is null || !await IsThereAsync(place, "an indicator", cancellationToken))
            return null;
        await context.Database.ExecuteSqlAsync(
            $"SELECT FROM indicator_targets WHERE indicator_id = {id} AND fiscal_year = {fiscalYear} FOR UPDATE",
            cancellationToken
        );
        var indicator = await context
            .Set<Indicator>()
            .Include(one => one.Targets)
            .Include(one => one.Definition)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (indicator is null)
            return null;
        var target = indicator.Targets.SingleOrDefault(one => one.FiscalYear == fiscalYear);
        return new OpenedIndicator(
            place.OfficeCode,
            indicator,
            target is null ? null : await MeasureAsync(indicator, target, cancellationToken)
        );
    }

    public async Task<OpenedKpi?> OpenKpiAsync(Guid id, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(
            context.Set<ProjectKpi>().Where(kpi => kpi.Id == id).Select(kpi => kpi.Project),
            cancellationToken
        );
        if (place is null || !await IsThereAsync(place, "a draft", cancellationToken))
            return null;
        await context.Database.ExecuteSqlAsync(
            $"SELECT FROM project_kpis WHERE id = {id} FOR UPDATE",
            cancellationToken
        );
        var kpi = await context
            .Set<ProjectKpi>()
            .AsNoTracking()
            .Include(one => one.Project)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (kpi is null)
            return null;
        var last = await LastAsync(context.Set<KpiResult>().Where(entry => entry.KpiId == id), cancellationToken);
        var measure = new OpenedMeasure(
            kpi,
            kpi.TargetUnit ?? "",
            null,
            new ResultFigures(kpi.Result, kpi.Numerator, kpi.Denominator, kpi.ResultText),
            Standing(kpi.ResultEntries, kpi.ResultId, last),
            KpiResult.On(kpi)
        );
        return new OpenedKpi(place.OfficeCode, kpi.Project.Status, measure);
    }

    public Task<T?> FindAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : ResultEntry =>
        context
            .Set<T>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                result => result.Id == id && result.Kind == ResultEntryKind.Reported,
                cancellationToken
            );

    public async Task<OpenedProject?> OpenProjectAsync(
        Guid id,
        FiscalQuarter quarter,
        CancellationToken cancellationToken
    )
    {
        var projects = context.Set<Project>().AsNoTracking().Where(project => project.Id == id);
        var place = await PlaceAsync(projects, cancellationToken);
        if (place is null || !await IsThereAsync(place, "a draft", cancellationToken))
            return null;
        await context.LockAsync($"progress of {id}", cancellationToken);
        var project = await projects.SingleOrDefaultAsync(cancellationToken);
        var revisions = await context
            .Set<ProgressReport>()
            .CountAsync(report => report.ProjectId == id && report.Quarter == quarter, cancellationToken);
        return project is null ? null : new OpenedProject(place.OfficeCode, project, revisions);
    }

    public void Add(ResultEntry entry) => context.Add(entry);

    public void Add(ProgressReport report) =>
        writes.Add(
            Sql.Statement(
                InsertReport,
                Sql.Of(report.Id),
                Sql.Of(report.ProjectId),
                Sql.Of(report.FiscalYear),
                Sql.Of(EnumText.Of(report.Quarter)),
                Sql.Of(report.Revision),
                Sql.Of(report.WorkDone),
                Sql.OrNull(report.Issues, NpgsqlDbType.Text),
                Sql.OrNull(report.CorrectiveAction, NpgsqlDbType.Text),
                Sql.Of(report.DueOn),
                Sql.Of(report.SubmittedOn),
                Sql.Of(report.SubmittedAt),
                Sql.Of(report.SubmittedBy)
            )
        );

    private async Task<OpenedMeasure> MeasureAsync(
        Indicator indicator,
        IndicatorTarget target,
        CancellationToken cancellationToken
    )
    {
        var entries = context.Set<IndicatorResult>().Where(entry => entry.TargetId == target.Id);
        return new OpenedMeasure(
            indicator,
            indicator.Unit,
            target.FiscalYear,
            new ResultFigures(target.Result, target.Numerator, target.Denominator),
            Standing(target.ResultEntries, target.ResultId, await LastAsync(entries, cancellationToken)),
            IndicatorResult.On(target)
        );
    }

    private static Task<Place?> PlaceAsync(IQueryable<Project> projects, CancellationToken cancellationToken) =>
        projects
            .Select(project => new Place(
                project.Plan.Office.Code,
                project.Status != ProjectStatus.Draft && project.Status != ProjectStatus.Submitted
            ))
            .SingleOrDefaultAsync(cancellationToken);

    private static Task<DateTimeOffset?> LastAsync<T>(IQueryable<T> entries, CancellationToken cancellationToken)
        where T : ResultEntry =>
        entries
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => (DateTimeOffset?)entry.RecordedAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Keeps imports of the office away until the transaction ends. That a draft was named is a refusal all the same.</summary>
    private async Task<bool> IsThereAsync(Place place, string what, CancellationToken cancellationToken)
    {
        if (!place.Published && !caller.Sees(place.OfficeCode))
        {
            access.Hide($"{what} of {place.OfficeCode}");
            return false;
        }

        await context.LockSharedAsync(place.OfficeCode, cancellationToken);
        return true;
    }

    private ResultStanding Standing(int entries, Guid? counts, DateTimeOffset? last) =>
        new(entries, counts, last, time.GetUtcNow(), caller.Name);

    private sealed record Place(string OfficeCode, bool Published);
}
