using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Takes a payment back, whole and once.</summary>
[AllowedTo(Role.BudgetOfficer)]
public sealed record ReverseDisbursement(GivenId DisbursementId, string Reason) : IdempotentCommand<Disbursement>;

public sealed class ReverseDisbursementValidator : AbstractValidator<ReverseDisbursement>
{
    public ReverseDisbursementValidator()
    {
        RuleFor(command => command.Reason).Reason();
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class ReverseDisbursementHandler(LedgerSession session)
    : SingleLedgerHandler<ReverseDisbursement, Disbursement>(session)
{
    protected override LedgerScope ScopeOf(ReverseDisbursement command) =>
        new() { Disbursements = [command.DisbursementId.Id] };

    protected override Result<Disbursement> Decide(ReverseDisbursement command, OpenedLedger opened) =>
        opened.Ledger.Reverse(command.DisbursementId, command.Reason);
}
