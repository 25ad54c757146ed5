using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>Ends the work on a person's plan, by an officer of the office that it belongs to.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record CloseIndividualDevelopmentPlan(GivenId PlanId, int ExpectedVersion)
    : IdempotentCommand,
        IIndividualPlanCommand;

public sealed class CloseIndividualDevelopmentPlanHandler(
    IIndividualPlanStore store,
    IRegistryStore registry,
    CommandSession session
) : IndividualPlanHandler<CloseIndividualDevelopmentPlan>(store, registry, session)
{
    protected override (string Type, GivenId Id) SubjectOf(CloseIndividualDevelopmentPlan command) =>
        (nameof(IndividualDevelopmentPlan), command.PlanId);

    protected override NotInCharge? Refusal(OpenedIndividualPlan opened, Guid by) => null;

    protected override DomainError? Change(CloseIndividualDevelopmentPlan command, OpenedByCaller opened) =>
        opened.Opened.Plan.Close(Session.Time.GetUtcNow());
}
