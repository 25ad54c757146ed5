using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

/// <summary>
/// Assembles the report on a quarter from what is recorded: a new one, the draft with new figures, or another revision of one
/// that was submitted, which takes over the office's own words.
/// </summary>
[AllowedTo(Role.PlanOfficer, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record AssembleQuarterlyReport(GivenId PlanId, FiscalQuarter Quarter) : IdempotentCommand;

public sealed class AssembleQuarterlyReportHandler(StoredPlans plans, IReportStore reports, CommandSession session)
    : CommandHandler<AssembleQuarterlyReport, PlanKey, Written>(session)
{
    protected override async Task<Result<PlanKey>> OpenAsync(
        AssembleQuarterlyReport command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await plans.LockAsync(command.PlanId.Id, cancellationToken) is { } plan
            ? plan
            : new NotFound(nameof(DevelopmentPlan), command.PlanId.Text);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        AssembleQuarterlyReport command,
        PlanKey opened,
        CancellationToken cancellationToken
    )
    {
        var now = Session.Time.GetUtcNow();
        var starts = new FiscalYear(opened.FiscalYear).StartOf(command.Quarter);
        if (starts > ThaiDay.Of(now))
            return ResultInputs.NotBegun("quarter", starts);
        var latest = await reports.OpenLatestAsync(opened.PlanId, command.Quarter, cancellationToken);
        var report = latest;
        if (report is not { Status: QuarterlyReportStatus.Draft })
        {
            report = new QuarterlyReport(
                opened.OfficeId,
                opened.PlanId,
                opened.FiscalYear,
                command.Quarter,
                (latest?.Revision ?? 0) + 1
            );
            if (latest is not null)
                report.Write(latest.Summary, latest.Problems, latest.Suggestions);
            reports.Add(report);
        }

        if (report.Assemble(await reports.ContentAsync(opened, report, cancellationToken), now) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        return new Change<Written>(new Written(report.Id), report) { After = ReportHandlers.Figures(report) };
    }
}
