using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

/// <summary>Submits a draft as it is. Refused if its figures were taken before the quarter had ended.</summary>
[AllowedTo(Role.PlanOfficer, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record SubmitQuarterlyReport(GivenId ReportId, int ExpectedVersion) : IdempotentCommand, IReportChange;

public sealed class SubmitQuarterlyReportHandler(IReportStore reports, CommandSession session)
    : ReportHandler<SubmitQuarterlyReport>(reports, session)
{
    protected override DomainError? Change(SubmitQuarterlyReport command, QuarterlyReport report) =>
        report.Submit(Session.Time.GetUtcNow(), Session.Caller.Name);
}
