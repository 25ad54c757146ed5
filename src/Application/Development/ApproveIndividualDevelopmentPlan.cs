using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>Approves a person's plan: the direct supervisor, or the director of the school if no supervisor is recorded.</summary>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record ApproveIndividualDevelopmentPlan(GivenId PlanId, int ExpectedVersion)
    : IdempotentCommand,
        IIndividualPlanCommand;

public sealed class ApproveIndividualDevelopmentPlanHandler(
    IIndividualPlanStore store,
    IRegistryStore registry,
    CommandSession session
) : IndividualPlanHandler<ApproveIndividualDevelopmentPlan>(store, registry, session)
{
    protected override (string Type, GivenId Id) SubjectOf(ApproveIndividualDevelopmentPlan command) =>
        (nameof(IndividualDevelopmentPlan), command.PlanId);

    protected override NotInCharge? Refusal(OpenedIndividualPlan opened, Guid by) =>
        opened.IsApprovedBy(by) ? null : NotInCharge.OfApproving;

    protected override DomainError? Change(ApproveIndividualDevelopmentPlan command, OpenedByCaller opened) =>
        opened.Opened.Plan.Approve(opened.Opened.Place, opened.By, Session.Time.GetUtcNow());
}
