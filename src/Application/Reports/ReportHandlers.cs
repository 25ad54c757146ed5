using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

internal static class ReportHandlers
{
    /// <summary>What the audit record says of a report.</summary>
    public static object Figures(QuarterlyReport report) =>
        new
        {
            report.FiscalYear,
            Quarter = EnumText.Of(report.Quarter),
            report.Revision,
            Status = EnumText.Of(report.Status),
            report.Version,
        };
}

/// <summary>A command on one report, as its caller read it.</summary>
public interface IReportChange : IIdempotentCommand
{
    GivenId ReportId { get; }

    int ExpectedVersion { get; }
}

/// <summary>Changes a draft of the caller's office. Drafts of others are not there.</summary>
public abstract class ReportHandler<TCommand>(IReportStore reports, CommandSession session)
    : CommandHandler<TCommand, OpenedEntry<QuarterlyReport>, Written>(session)
    where TCommand : IdempotentCommand, IReportChange
{
    /// <summary>Changes the report. Null unless it is refused.</summary>
    protected abstract DomainError? Change(TCommand command, QuarterlyReport report);

    protected sealed override async Task<Result<OpenedEntry<QuarterlyReport>>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var report = await reports.OpenAsync(command.ReportId.Id, cancellationToken);
        if (
            report is not null
            && (Session.Caller.Sees(report.Office.Code) || report.Status != QuarterlyReportStatus.Draft)
        )
            return new OpenedEntry<QuarterlyReport>(report, report.Office.Code);
        if (report is not null)
            Session.Access.Hide($"a report of {report.Office.Code}");
        return new NotFound(nameof(QuarterlyReport), command.ReportId.Text);
    }

    protected sealed override Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedEntry<QuarterlyReport> opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Subject));

    private Result<Change<Written>> Decide(TCommand command, QuarterlyReport report)
    {
        if (command.ExpectedVersion != report.Version)
            return new Conflict(report.Version);
        var before = ReportHandlers.Figures(report);
        if (Change(command, report) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        return new Change<Written>(new Written(report.Id), report)
        {
            Before = before,
            After = ReportHandlers.Figures(report),
        };
    }
}
