using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// Reports the result of a project's success indicator: a number, words, or both. Refused where the project is not under way,
/// and where the number is not the ratio that it is said to be.
/// </summary>
/// <param name="Result">In the unit of the indicator's target.</param>
[AllowedTo(Role.PlanOfficer)]
public sealed record ReportKpiResult(
    GivenId KpiId,
    decimal? Result,
    string? ResultText,
    decimal? Numerator,
    decimal? Denominator,
    string? Evidence,
    string? Note
) : IdempotentCommand<Recorded>;

public sealed class ReportKpiResultValidator : AbstractValidator<ReportKpiResult>
{
    public ReportKpiResultValidator()
    {
        const int most = ReportIndicatorResultValidator.MaxText;
        RuleFor(command => command.Result)
            .Measure()
            .Must((command, result) => result is not null || command.ResultText is not null)
            .Refuse("or resultText must be given.", "ต้องระบุ result หรือ resultText")
            .Must((command, result) => result is not null || command.Numerator is null)
            .Refuse("must be given with a numerator.", "ต้องระบุเมื่อมี numerator");
        RuleFor(command => command.ResultText).Text(1, most);
        RuleFor(command => command.Numerator).Measure();
        RuleFor(command => command.Denominator)
            .Denominator(command => command.Numerator is null == command.Denominator is null);
        RuleFor(command => command.Evidence).Text(0, most);
        RuleFor(command => command.Note).Text(0, most);
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class ReportKpiResultHandler(RecordingSession session)
    : RecordingHandler<ReportKpiResult, OpenedKpi>(session)
{
    protected override Task<OpenedKpi?> OpenAsync(ReportKpiResult command, CancellationToken cancellationToken) =>
        Session.Store.OpenKpiAsync(command.KpiId.Id, cancellationToken);

    protected override NotFound Missing(ReportKpiResult command) => new(nameof(ProjectKpi), command.KpiId.Text);

    protected override async Task<Result<Recorded>> DecideAsync(
        ReportKpiResult command,
        OpenedKpi opened,
        CancellationToken cancellationToken
    )
    {
        if (!opened.Status.IsReportedOn())
            return ResultStates.NotUnderWay(opened.Status);
        var (kpi, standing) = (opened.Kpi, opened.Standing);
        var measured = command.Result is { } result
            ? new Measurement(result, command.Numerator, command.Denominator)
            : null;
        if (measured?.Refusal(kpi.TargetUnit ?? "", "result") is { } refusal)
            return refusal;
        var entry = KpiResult.Report(kpi, standing, measured, command.ResultText, command.Evidence, command.Note);
        Session.Audit.Write(
            ResultAudit.EntryOf(
                AccessRules.MutationOf(typeof(ReportKpiResult)),
                kpi,
                null,
                ResultAudit.Figures(kpi.Result, kpi.Numerator, kpi.Denominator, kpi.ResultText),
                ResultAudit.Figures(command.Result, command.Numerator, command.Denominator, command.ResultText),
                command.Note
            )
        );
        await Session.Store.SaveAsync(entry, cancellationToken);
        return new Recorded(kpi.Id, entry.Id);
    }
}
