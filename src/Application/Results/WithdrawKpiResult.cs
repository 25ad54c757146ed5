using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Results;

/// <summary>Takes back the result of a success indicator that counts: the one before it counts again, or none.</summary>
[AllowedTo(Role.PlanOfficer)]
public sealed record WithdrawKpiResult(GivenId ResultId, string Reason) : IdempotentCommand<Recorded>;

public sealed class WithdrawKpiResultValidator : AbstractValidator<WithdrawKpiResult>
{
    public WithdrawKpiResultValidator()
    {
        RuleFor(command => command.Reason).Reason();
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class WithdrawKpiResultHandler(RecordingSession session)
    : RecordingHandler<WithdrawKpiResult, OpenedKpi>(session)
{
    protected override async Task<OpenedKpi?> OpenAsync(
        WithdrawKpiResult command,
        CancellationToken cancellationToken
    ) =>
        await Session.Store.FindKpiResultAsync(command.ResultId.Id, cancellationToken) is { } result
            ? await Session.Store.OpenKpiAsync(result.KpiId, cancellationToken)
            : null;

    protected override NotFound Missing(WithdrawKpiResult command) => new(nameof(KpiResult), command.ResultId.Text);

    protected override async Task<Result<Recorded>> DecideAsync(
        WithdrawKpiResult command,
        OpenedKpi opened,
        CancellationToken cancellationToken
    )
    {
        if (opened.Standing.CountsId != command.ResultId.Id)
            return ResultStates.NotCounting;
        var kpi = opened.Kpi;
        var counting = (await Session.Store.FindKpiResultAsync(command.ResultId.Id, cancellationToken))!;
        var withdrawal = KpiResult.Withdraw(kpi, opened.Standing, counting, command.Reason);
        var before = counting.PreviousId is { } previous
            ? await Session.Store.FindKpiResultAsync(previous, cancellationToken)
            : null;
        Session.Audit.Write(
            ResultAudit.EntryOf(
                AccessRules.MutationOf(typeof(WithdrawKpiResult)),
                kpi,
                null,
                ResultAudit.Figures(kpi.Result, kpi.Numerator, kpi.Denominator, kpi.ResultText),
                ResultAudit.Figures(before?.Result, before?.Numerator, before?.Denominator, before?.Text),
                command.Reason
            )
        );
        await Session.Store.SaveAsync(withdrawal, cancellationToken);
        return new Recorded(kpi.Id, withdrawal.Id);
    }
}
