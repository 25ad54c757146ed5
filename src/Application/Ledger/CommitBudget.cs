using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Reserves an amount in baht of what an activity has available.</summary>
[AllowedTo(Role.BudgetOfficer)]
[EndsIn(typeof(InsufficientBudget), typeof(NotFound), typeof(InvalidState))]
public sealed record CommitBudget(GivenId ActivityId, decimal Amount, string Reference, DateOnly? ExpiresOn)
    : IdempotentCommand,
        IPostingCommand;

public sealed class CommitBudgetValidator : AbstractValidator<CommitBudget>
{
    public CommitBudgetValidator()
    {
        RuleFor(command => command.Amount).Money();
        RuleFor(command => command.Reference).Reference();
    }
}

public sealed class CommitBudgetHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<CommitBudget>(store, session)
{
    protected override LedgerScope ScopeOf(CommitBudget command) => new() { Activities = [command.ActivityId.Id] };

    protected override Result<Written> Decide(CommitBudget command, OpenedLedger opened) =>
        opened
            .Ledger.Commit(command.ActivityId, command.Amount, command.Reference, command.ExpiresOn)
            .Then(commitment => new Written(commitment.Id));
}
