using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>
/// Leaves things as they are, for a reason. The finding is open again as soon as other values are found there. Accepting it again
/// gives another reason.
/// </summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record AcceptFinding(GivenId FindingId, string Reason) : IFindingCommand;

public sealed class AcceptFindingHandler(StoredPlans stored, IPlanRepository plans, CommandSession session)
    : FindingHandler<AcceptFinding>(stored, plans, session)
{
    protected override Task<Result<SettledWith>> SettleAsync(
        AcceptFinding command,
        OpenedFinding opened,
        CancellationToken cancellationToken
    )
    {
        var stamp = new StatusStamp(Session.Time.GetUtcNow(), Session.Caller.Name);
        opened.Finding.Accept(command.Reason, stamp);
        return Task.FromResult<Result<SettledWith>>(new SettledWith(null));
    }
}
