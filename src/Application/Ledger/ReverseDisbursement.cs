using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Takes a payment back, whole and once.</summary>
[AllowedTo(Role.BudgetOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record ReverseDisbursement(GivenId DisbursementId, string Reason) : IdempotentCommand, IReasonedCommand;

public sealed class ReverseDisbursementHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<ReverseDisbursement>(store, session)
{
    protected override LedgerScope ScopeOf(ReverseDisbursement command) =>
        new() { Disbursements = [command.DisbursementId.Id] };

    protected override Result<Written> Decide(ReverseDisbursement command, OpenedLedger opened) =>
        opened.Ledger.Reverse(command.DisbursementId, command.Reason).Then(payment => new Written(payment.Id));
}
