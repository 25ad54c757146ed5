using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Results;

/// <summary>Takes back the result of a success indicator that counts: the one before it counts again, or none.</summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record WithdrawKpiResult(GivenId ResultId, string Reason) : IdempotentCommand, IWithdrawCommand;

public sealed class WithdrawKpiResultHandler(IResultStore store, CommandSession session)
    : WithdrawHandler<WithdrawKpiResult, KpiResult>(store, session)
{
    protected override async Task<(IOpened Opened, OpenedMeasure? Measure)?> OpenAsync(
        KpiResult result,
        CancellationToken cancellationToken
    ) => await Store.OpenKpiAsync(result.KpiId, cancellationToken) is { } opened ? (opened, opened.Measure) : null;
}
