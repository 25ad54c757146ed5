using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>Takes back the result that counts: the one before it counts again, or none.</summary>
[AllowedTo(Role.PlanOfficer)]
public sealed record WithdrawIndicatorResult(GivenId ResultId, string Reason) : IdempotentCommand<Recorded>;

public sealed class WithdrawIndicatorResultValidator : AbstractValidator<WithdrawIndicatorResult>
{
    public WithdrawIndicatorResultValidator()
    {
        RuleFor(command => command.Reason).Reason();
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class WithdrawIndicatorResultHandler(RecordingSession session)
    : RecordingHandler<WithdrawIndicatorResult, OpenedIndicator>(session)
{
    protected override async Task<OpenedIndicator?> OpenAsync(
        WithdrawIndicatorResult command,
        CancellationToken cancellationToken
    ) =>
        await Session.Store.FindIndicatorResultAsync(command.ResultId.Id, cancellationToken) is { } result
            ? await Session.Store.OpenIndicatorAsync(result.IndicatorId, result.FiscalYear, cancellationToken)
            : null;

    protected override NotFound Missing(WithdrawIndicatorResult command) =>
        new(nameof(IndicatorResult), command.ResultId.Text);

    protected override async Task<Result<Recorded>> DecideAsync(
        WithdrawIndicatorResult command,
        OpenedIndicator opened,
        CancellationToken cancellationToken
    )
    {
        if (opened is not { Target: { } target, Standing: { } standing } || standing.CountsId != command.ResultId.Id)
            return ResultStates.NotCounting;
        var counting = (await Session.Store.FindIndicatorResultAsync(command.ResultId.Id, cancellationToken))!;
        var withdrawal = IndicatorResult.Withdraw(target, standing, counting, command.Reason);
        var before = counting.PreviousId is { } previous
            ? await Session.Store.FindIndicatorResultAsync(previous, cancellationToken)
            : null;
        Session.Audit.Write(
            ResultAudit.EntryOf(
                AccessRules.MutationOf(typeof(WithdrawIndicatorResult)),
                opened.Indicator,
                target.FiscalYear,
                ResultAudit.Figures(target.Result, target.Numerator, target.Denominator),
                ResultAudit.Figures(before?.Result, before?.Numerator, before?.Denominator),
                command.Reason
            )
        );
        await Session.Store.SaveAsync(withdrawal, cancellationToken);
        return new Recorded(opened.Indicator.Id, withdrawal.Id);
    }
}
