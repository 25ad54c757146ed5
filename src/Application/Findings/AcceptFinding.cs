using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>
/// Leaves things as they are, for a reason. The finding is open again as soon as other values are found there. Accepting it again
/// gives another reason.
/// </summary>
[AllowedTo(Role.PlanOfficer)]
public sealed record AcceptFinding(GivenId FindingId, string Reason) : ICommand<Result<Finding>>;

public sealed class AcceptFindingValidator : AbstractValidator<AcceptFinding>
{
    public AcceptFindingValidator() => RuleFor(command => command.Reason).Reason();
}

public sealed class AcceptFindingHandler(
    StoredPlans stored,
    IPlanRepository plans,
    IAuditTrail audit,
    Caller caller,
    TimeProvider time
) : ICommandHandler<AcceptFinding, Result<Finding>>
{
    public async ValueTask<Result<Finding>> Handle(AcceptFinding command, CancellationToken cancellationToken)
    {
        var id = command.FindingId.Id;
        if (
            await plans.FindPlanOfFindingAsync(id, cancellationToken) is not { } plan
            || await stored.LockAsync<AcceptFinding>(plan, cancellationToken) is null
            || await plans.FindFindingAsync(id, cancellationToken) is not { } finding
        )
            return new NotFound(nameof(Finding), command.FindingId.Text);
        if (finding.Status == FindingStatus.Resolved)
            return FindingStates.Resolved;
        var before = FindingFigures.Of(finding);
        finding.Accept(command.Reason, new StatusStamp(time.GetUtcNow(), caller.Name));
        await plans.SaveAsync(cancellationToken);
        audit.Write(FindingFigures.Entry("acceptFinding", finding, before, command.Reason));
        return finding;
    }
}
