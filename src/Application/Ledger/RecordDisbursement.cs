using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>
/// Records a payment out of an activity's budget. Refused where more is asked for than is available (of the activity, or of
/// the commitment that it draws on), where the project takes no entries, and where the day does not fit.
/// </summary>
[AllowedTo(Role.BudgetOfficer)]
[EndsIn(typeof(InsufficientBudget), typeof(NotFound), typeof(InvalidState))]
public sealed record RecordDisbursement(PaymentOrder Payment) : IdempotentCommand, IPostingCommand;

public sealed class RecordDisbursementValidator : AbstractValidator<RecordDisbursement>
{
    public RecordDisbursementValidator() =>
        RuleFor(command => command.Payment).SetValidator(new PaymentValidator()).OverridePropertyName("");
}

public sealed class PaymentValidator : AbstractValidator<PaymentOrder>
{
    public PaymentValidator()
    {
        RuleFor(payment => payment.Amount).Money();
        RuleFor(payment => payment.Reference).Reference();
        RuleFor(payment => payment.Note).Text(0, 2000);
        RuleFor(payment => payment.Key).Text(1, 255).OverridePropertyName(nameof(IIdempotentCommand.IdempotencyKey));
    }
}

public sealed class RecordDisbursementHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<RecordDisbursement>(store, session)
{
    protected override LedgerScope ScopeOf(RecordDisbursement command) => LedgerScope.Of([command.Payment]);

    protected override Result<Written> Decide(RecordDisbursement command, OpenedLedger opened) =>
        opened.Ledger.Disburse(command.Payment).Then(payment => new Written(payment.Id));
}
