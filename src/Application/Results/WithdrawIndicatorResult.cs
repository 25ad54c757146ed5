using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Results;

/// <summary>Takes back the result of an indicator that counts: the one before it counts again, or none.</summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record WithdrawIndicatorResult(GivenId ResultId, string Reason) : IdempotentCommand, IWithdrawCommand;

public sealed class WithdrawIndicatorResultHandler(IResultStore store, CommandSession session)
    : WithdrawHandler<WithdrawIndicatorResult, IndicatorResult>(store, session)
{
    protected override async Task<(IOpened Opened, OpenedMeasure? Measure)?> OpenAsync(
        IndicatorResult result,
        CancellationToken cancellationToken
    ) =>
        await Store.OpenIndicatorAsync(result.IndicatorId, result.FiscalYear, cancellationToken) is { } opened
            ? (opened, opened.Measure)
            : null;
}
