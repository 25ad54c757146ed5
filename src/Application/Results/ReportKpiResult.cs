using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// Reports the result of a project's success indicator: a number, words, or both. Refused where the project is not under way,
/// and where the number is not the ratio that it is said to be.
/// </summary>
/// <param name="Result">In the unit of the indicator's target.</param>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record ReportKpiResult(
    GivenId KpiId,
    decimal? Result,
    string? ResultText,
    decimal? Numerator,
    decimal? Denominator,
    string? Evidence,
    string? Note
) : IdempotentCommand, IReportCommand;

public sealed class ReportKpiResultHandler(IResultStore store, CommandSession session)
    : ResultHandler<ReportKpiResult, OpenedKpi>(store, session)
{
    protected override async Task<Result<OpenedKpi>> OpenAsync(
        ReportKpiResult command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await Store.OpenKpiAsync(command.KpiId.Id, cancellationToken) is { } opened
            ? opened
            : new NotFound(nameof(ProjectKpi), command.KpiId.Text);

    protected override Task<Result<Change<Written>>> DecideAsync(
        ReportKpiResult command,
        OpenedKpi opened,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            opened.Status.IsReportedOn() ? Report(opened.Measure, command) : ResultStates.NotUnderWay(opened.Status)
        );
}
