using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>Hands a person's plan to the supervisor. Only the person does.</summary>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record SubmitIndividualDevelopmentPlan(GivenId PlanId, int ExpectedVersion)
    : IdempotentCommand,
        IIndividualPlanCommand;

public sealed class SubmitIndividualDevelopmentPlanHandler(
    IIndividualPlanStore store,
    IRegistryStore registry,
    CommandSession session
) : IndividualPlanHandler<SubmitIndividualDevelopmentPlan>(store, registry, session)
{
    protected override (string Type, GivenId Id) SubjectOf(SubmitIndividualDevelopmentPlan command) =>
        (nameof(IndividualDevelopmentPlan), command.PlanId);

    protected override NotInCharge? Refusal(OpenedIndividualPlan opened, Guid by) =>
        by == opened.Plan.PersonId ? null : NotInCharge.OfWriting;

    protected override DomainError? Change(SubmitIndividualDevelopmentPlan command, OpenedByCaller opened) =>
        opened.Opened.Plan.Submit(opened.Opened.Place, Session.Time.GetUtcNow());
}
