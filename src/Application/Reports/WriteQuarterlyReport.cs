using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

/// <summary>Replaces the office's own words in a draft; null removes a text.</summary>
[AllowedTo(Role.PlanOfficer, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record WriteQuarterlyReport(
    GivenId ReportId,
    int ExpectedVersion,
    string? Summary,
    string? Problems,
    string? Suggestions
) : IdempotentCommand, IReportChange;

public sealed class WriteQuarterlyReportValidator : AbstractValidator<WriteQuarterlyReport>
{
    private const int MaxText = 20_000;

    public WriteQuarterlyReportValidator()
    {
        RuleFor(command => command.Summary).Text(0, MaxText);
        RuleFor(command => command.Problems).Text(0, MaxText);
        RuleFor(command => command.Suggestions).Text(0, MaxText);
    }
}

public sealed class WriteQuarterlyReportHandler(IReportStore reports, CommandSession session)
    : ReportHandler<WriteQuarterlyReport>(reports, session)
{
    protected override DomainError? Change(WriteQuarterlyReport command, QuarterlyReport report) =>
        report.Write(
            OptionalText.Of(command.Summary),
            OptionalText.Of(command.Problems),
            OptionalText.Of(command.Suggestions)
        );
}
