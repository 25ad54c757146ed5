using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Frees what is left of a commitment, once.</summary>
[AllowedTo(Role.BudgetOfficer)]
public sealed record ReleaseCommitment(GivenId CommitmentId, string Reason) : IdempotentCommand<Commitment>;

public sealed class ReleaseCommitmentValidator : AbstractValidator<ReleaseCommitment>
{
    public ReleaseCommitmentValidator()
    {
        RuleFor(command => command.Reason).Reason();
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class ReleaseCommitmentHandler(LedgerSession session)
    : SingleLedgerHandler<ReleaseCommitment, Commitment>(session)
{
    protected override LedgerScope ScopeOf(ReleaseCommitment command) =>
        new() { Commitments = [command.CommitmentId.Id] };

    protected override Result<Commitment> Decide(ReleaseCommitment command, OpenedLedger opened) =>
        opened.Ledger.Release(command.CommitmentId, command.Reason);
}
