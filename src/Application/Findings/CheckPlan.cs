using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Findings;

/// <summary>Runs the rules over a plan as it is stored, wherever it came from, and brings its findings in line with them.</summary>
[AllowedTo(Role.PlanOfficer)]
public sealed record CheckPlan(GivenId PlanId) : ICommand<Result<CheckedPlan>>;

/// <param name="Open">The findings that are open now.</param>
public sealed record CheckedPlan(Guid PlanId, FindingCounts Open, FindingChanges Changes);

public sealed class CheckPlanHandler(
    StoredPlans stored,
    IPlanRepository plans,
    IAuditTrail audit,
    Caller caller,
    TimeProvider time
) : ICommandHandler<CheckPlan, Result<CheckedPlan>>
{
    public async ValueTask<Result<CheckedPlan>> Handle(CheckPlan command, CancellationToken cancellationToken)
    {
        if (await stored.OpenAsync<CheckPlan>(command.PlanId.Id, cancellationToken) is not { Plan: var plan } opened)
            return new NotFound(nameof(DevelopmentPlan), command.PlanId.Text);
        var before = FindingCounts.Open(plan.Findings);
        var stamp = new StatusStamp(time.GetUtcNow(), caller.Name);
        var changes = plan.Reconcile(FoundFault.In(opened.File), opened.Parts, stamp);
        var open = FindingCounts.Open(plan.Findings);
        if (await plans.SaveAsync(cancellationToken) > 0)
        {
            audit.Write(
                new AuditEntry(AuditKind.Write, "checkPlan", [new NodeId(nameof(DevelopmentPlan), plan.Id).ToString()])
                {
                    Before = new { Open = before },
                    After = new { Open = open, Changes = changes },
                }
            );
        }

        return new CheckedPlan(plan.Id, open, changes);
    }
}
