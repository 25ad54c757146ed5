using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Reserves an amount in baht of what an activity has available.</summary>
[AllowedTo(Role.BudgetOfficer)]
public sealed record CommitBudget(GivenId ActivityId, decimal Amount, string Reference, DateOnly? ExpiresOn)
    : IdempotentCommand<Commitment>;

public sealed class CommitBudgetValidator : AbstractValidator<CommitBudget>
{
    public CommitBudgetValidator()
    {
        RuleFor(command => command.Amount).Money();
        RuleFor(command => command.Reference).Reference();
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class CommitBudgetHandler(LedgerSession session) : SingleLedgerHandler<CommitBudget, Commitment>(session)
{
    protected override LedgerScope ScopeOf(CommitBudget command) => new() { Activities = [command.ActivityId.Id] };

    protected override Result<Commitment> Decide(CommitBudget command, OpenedLedger opened) =>
        opened.Ledger.Commit(command.ActivityId, command.Amount, command.Reference, command.ExpiresOn);
}
