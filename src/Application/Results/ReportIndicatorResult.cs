using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// Reports an indicator's result of a fiscal year (Buddhist era), which counts from then on. Refused where the indicator has no
/// target for the year, where the year has not begun, and where the result is not the ratio that it is said to be.
/// </summary>
/// <param name="Result">In the indicator's unit.</param>
/// <param name="Numerator">With a denominator, or neither.</param>
[AllowedTo(Role.PlanOfficer)]
public sealed record ReportIndicatorResult(
    GivenId IndicatorId,
    int FiscalYear,
    decimal Result,
    decimal? Numerator,
    decimal? Denominator,
    string? Evidence,
    string? Note
) : IdempotentCommand<Recorded>;

public sealed class ReportIndicatorResultValidator : AbstractValidator<ReportIndicatorResult>
{
    public const int MaxText = 2000;

    public ReportIndicatorResultValidator()
    {
        RuleFor(command => (decimal?)command.Result).Measure().OverridePropertyName("result");
        RuleFor(command => command.Numerator).Measure();
        RuleFor(command => command.Denominator)
            .Denominator(command => command.Numerator is null == command.Denominator is null);
        RuleFor(command => command.Evidence).Text(0, MaxText);
        RuleFor(command => command.Note).Text(0, MaxText);
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class ReportIndicatorResultHandler(RecordingSession session)
    : RecordingHandler<ReportIndicatorResult, OpenedIndicator>(session)
{
    protected override Task<OpenedIndicator?> OpenAsync(
        ReportIndicatorResult command,
        CancellationToken cancellationToken
    ) => Session.Store.OpenIndicatorAsync(command.IndicatorId.Id, command.FiscalYear, cancellationToken);

    protected override NotFound Missing(ReportIndicatorResult command) =>
        new(nameof(Indicator), command.IndicatorId.Text);

    protected override async Task<Result<Recorded>> DecideAsync(
        ReportIndicatorResult command,
        OpenedIndicator opened,
        CancellationToken cancellationToken
    )
    {
        if (opened is not { Target: { } target, Standing: { } standing })
            return ResultInputs.NoTarget(opened.Indicator.Targets.Select(one => one.FiscalYear));
        var year = new FiscalYear(target.FiscalYear);
        if (year.StartsOn > ThaiDay.Of(standing.At))
            return ResultInputs.NotBegun("fiscalYear", year.StartsOn);
        var measured = new Measurement(command.Result, command.Numerator, command.Denominator);
        if (measured.Refusal(opened.Indicator.Unit, "result") is { } refusal)
            return refusal;
        var result = IndicatorResult.Report(target, standing, measured, command.Evidence, command.Note);
        Session.Audit.Write(
            ResultAudit.EntryOf(
                AccessRules.MutationOf(typeof(ReportIndicatorResult)),
                opened.Indicator,
                target.FiscalYear,
                ResultAudit.Figures(target.Result, target.Numerator, target.Denominator),
                ResultAudit.Figures(command.Result, command.Numerator, command.Denominator),
                command.Note
            )
        );
        await Session.Store.SaveAsync(result, cancellationToken);
        return new Recorded(opened.Indicator.Id, result.Id);
    }
}
