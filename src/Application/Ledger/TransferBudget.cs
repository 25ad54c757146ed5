using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>
/// Moves an amount in baht between two activities: of a project that allows virement, or, where who asks is an approver of both
/// offices, of different projects.
/// </summary>
[AllowedTo(Role.BudgetOfficer, Role.Approver)]
[EndsIn(typeof(InsufficientBudget), typeof(VirementNotAllowed), typeof(NotFound), typeof(InvalidState))]
public sealed record TransferBudget(
    GivenId FromActivityId,
    GivenId ToActivityId,
    decimal Amount,
    FiscalQuarter Quarter,
    string Reason
) : IdempotentCommand, IReasonedCommand, IPostingCommand;

public sealed class TransferBudgetValidator : AbstractValidator<TransferBudget>
{
    public TransferBudgetValidator()
    {
        RuleFor(command => command.Amount).Money();
    }
}

public sealed class TransferBudgetHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<TransferBudget>(store, session)
{
    protected override LedgerScope ScopeOf(TransferBudget command) =>
        new() { Activities = [command.FromActivityId.Id, command.ToActivityId.Id] };

    protected override Result<Written> Decide(TransferBudget command, OpenedLedger opened) =>
        opened
            .Ledger.Transfer(
                command.FromActivityId,
                command.ToActivityId,
                command.Amount,
                command.Quarter,
                command.Reason,
                opened.Offices.All(office => Session.Caller.Is(Role.Approver, office))
            )
            .Then(transfer => new Written(transfer.Id));
}
