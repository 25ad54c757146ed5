using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Frees what is left of a commitment, once.</summary>
[AllowedTo(Role.BudgetOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record ReleaseCommitment(GivenId CommitmentId, string Reason) : IdempotentCommand, IReasonedCommand;

public sealed class ReleaseCommitmentHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<ReleaseCommitment>(store, session)
{
    protected override LedgerScope ScopeOf(ReleaseCommitment command) =>
        new() { Commitments = [command.CommitmentId.Id] };

    protected override Result<Written> Decide(ReleaseCommitment command, OpenedLedger opened) =>
        opened.Ledger.Release(command.CommitmentId, command.Reason).Then(freed => new Written(freed.Id));
}
