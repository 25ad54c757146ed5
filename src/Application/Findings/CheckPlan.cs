using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Findings;

/// <summary>Runs the rules over a plan as it is stored, wherever it came from, and brings its findings in line with them.</summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record CheckPlan(GivenId PlanId) : ICommand<Result<CheckedPlan>>, IOfStoredPlan;

/// <param name="Open">The findings that are open now.</param>
public sealed record CheckedPlan(Guid PlanId, FindingCounts Open, FindingChanges Changes) : Written(PlanId);

public sealed class CheckPlanHandler(StoredPlans stored, IPlanRepository plans, CommandSession session)
    : StoredPlanHandler<CheckPlan, CheckedPlan>(stored, session)
{
    protected override async Task<Result<Change<CheckedPlan>>> DecideAsync(
        CheckPlan command,
        PlanKey opened,
        CancellationToken cancellationToken
    )
    {
        if (await Stored.ReadAsync(opened, cancellationToken) is not { Plan: var plan } read)
            return Missing(command);
        var findings = await plans.FindingsAsync(plan.Id, cancellationToken);
        var before = FindingCounts.Open(findings.All);
        var stamp = new StatusStamp(Session.Time.GetUtcNow(), Session.Caller.Name);
        var changes = findings.Reconcile(FindingRules.Find(read.File), read.Parts, stamp);
        var open = FindingCounts.Open(findings.All);
        return new Change<CheckedPlan>(new CheckedPlan(plan.Id, open, changes), plan)
        {
            Before = new { Open = before },
            After = new { Open = open, Changes = changes },
        };
    }
}
