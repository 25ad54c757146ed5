using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>
/// Records many payments together: all of them, or none where any is refused. Each is decided with those before it already
/// paid, and every refusal names its item.
/// </summary>
[AllowedTo(Role.BudgetOfficer)]
[EndsIn(typeof(InsufficientBudget), typeof(NotFound), typeof(InvalidState))]
public sealed record RecordDisbursements(IReadOnlyList<PaymentOrder> Items) : IdempotentCommand;

public sealed class RecordDisbursementsValidator : AbstractValidator<RecordDisbursements>
{
    public const int MaxItems = 1000;

    public RecordDisbursementsValidator() =>
        RuleFor(command => command.Items)
            .Must(items => items.Count is >= 1 and <= MaxItems)
            .Refuse($"must hold 1 to {MaxItems} payments.", $"ต้องมี 1 ถึง {MaxItems} รายการ")
            .DependentRules(() => RuleForEach(command => command.Items).SetValidator(new PaymentValidator()));
}

public sealed class RecordDisbursementsHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<RecordDisbursements>(store, session)
{
    protected override LedgerScope ScopeOf(RecordDisbursements command) => LedgerScope.Of(command.Items);

    protected override Result<Written> Decide(RecordDisbursements command, OpenedLedger opened)
    {
        var results = command.Items.Select(opened.Ledger.Disburse).ToList();
        List<DomainError> errors =
        [
            .. results
                .Index()
                .Where(result => !result.Item.Succeeded)
                .Select(result => result.Item.Error!.At("items", result.Index)),
        ];
        return errors.Count > 0
            ? Result<Written>.Refused(errors)
            : new Written([.. results.Select(result => result.Value.Id)]);
    }
}
