using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>Gives a person's plan back, with a reason. Whoever approves it can also return it.</summary>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record ReturnIndividualDevelopmentPlan(GivenId PlanId, int ExpectedVersion, string Reason)
    : IdempotentCommand,
        IIndividualPlanCommand,
        IReasonedCommand;

public sealed class ReturnIndividualDevelopmentPlanHandler(
    IIndividualPlanStore store,
    IRegistryStore registry,
    CommandSession session
) : IndividualPlanHandler<ReturnIndividualDevelopmentPlan>(store, registry, session)
{
    protected override (string Type, GivenId Id) SubjectOf(ReturnIndividualDevelopmentPlan command) =>
        (nameof(IndividualDevelopmentPlan), command.PlanId);

    protected override NotInCharge? Refusal(OpenedIndividualPlan opened, Guid by) =>
        opened.IsApprovedBy(by) ? null : NotInCharge.OfApproving;

    protected override DomainError? Change(ReturnIndividualDevelopmentPlan command, OpenedByCaller opened) =>
        opened.Opened.Plan.Return(command.Reason.Trim(), Session.Time.GetUtcNow());
}
