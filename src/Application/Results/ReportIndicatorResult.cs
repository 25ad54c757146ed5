using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// Reports an indicator's result of a fiscal year (Buddhist era), which counts from then on. Refused where the indicator has no
/// target for the year, where the year has not begun, and where the result is not the ratio that it is said to be.
/// </summary>
/// <param name="Result">In the indicator's unit.</param>
/// <param name="Numerator">With a denominator, or neither.</param>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record ReportIndicatorResult(
    GivenId IndicatorId,
    int FiscalYear,
    decimal Result,
    decimal? Numerator,
    decimal? Denominator,
    string? Evidence,
    string? Note
) : IdempotentCommand, IReportCommand
{
    decimal? IReportCommand.Result => Result;

    string? IReportCommand.ResultText => null;
}

public sealed class ReportIndicatorResultHandler(IResultStore store, CommandSession session)
    : ResultHandler<ReportIndicatorResult, OpenedIndicator>(store, session)
{
    protected override async Task<Result<OpenedIndicator>> OpenAsync(
        ReportIndicatorResult command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await Store.OpenIndicatorAsync(command.IndicatorId.Id, command.FiscalYear, cancellationToken) is { } opened
            ? opened
            : new NotFound(nameof(Indicator), command.IndicatorId.Text);

    protected override Task<Result<Change<Written>>> DecideAsync(
        ReportIndicatorResult command,
        OpenedIndicator opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(ReportIndicatorResult command, OpenedIndicator opened)
    {
        if (opened.Measure is not { } measure)
            return ResultInputs.NoTarget(opened.Indicator.Targets.Select(one => one.FiscalYear));
        var year = new FiscalYear(command.FiscalYear);
        return year.StartsOn > ThaiDay.Of(measure.Standing.At)
            ? ResultInputs.NotBegun("fiscalYear", year.StartsOn)
            : Report(measure, command);
    }
}
