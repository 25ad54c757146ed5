using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Findings;

/// <summary>
/// Takes a side, what is stated or what was computed: changes the plan so that it holds, as an import of the changed plan file
/// would, so that what was reserved and paid stays.
/// </summary>
/// <param name="Take">The side that is right.</param>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState), typeof(PlanFileRefused))]
public sealed record ResolveFinding(GivenId FindingId, FindingSide Take, string? Reason)
    : DryRunCommand<Written>,
        IFindingCommand;

public sealed class ResolveFindingHandler(
    StoredPlans stored,
    IPlanRepository plans,
    PlanImport import,
    CommandSession session
) : FindingHandler<ResolveFinding>(stored, plans, session)
{
    protected override async Task<Result<SettledWith>> SettleAsync(
        ResolveFinding command,
        OpenedFinding opened,
        CancellationToken cancellationToken
    )
    {
        if (await Stored.ReadAsync(opened.Plan, cancellationToken) is not { } plan)
            return new NotFound(nameof(Finding), command.FindingId.Text);
        var finding = opened.Finding;
        var edited = Edit(finding, command.Take, plan.File, cancellationToken);
        if (!edited.Succeeded)
            return Result<SettledWith>.Refused(edited.Errors);
        var applied = await import.EditAsync(edited.Value, opened.Plan.Published, cancellationToken);
        if (!applied.Succeeded)
            return Result<SettledWith>.Refused(applied.Errors);
        if (finding.Status != FindingStatus.Resolved)
            return FindingStates.StillFound;
        finding.Resolve(command.Reason, import.Stamp());
        return new SettledWith(
            new
            {
                Took = EnumText.Of(command.Take),
                RowsChanged = applied.Value.Rows,
                ProjectsBefore = applied.Value.Before,
                ProjectsAfter = PlanFigures.Of(applied.Value.Plan),
            }
        );
    }

    /// <summary>The plan file in which the side holds.</summary>
    private static Result<PlanFile> Edit(
        Finding finding,
        FindingSide side,
        PlanFile file,
        CancellationToken cancellationToken
    )
    {
        var found = FindingRules
            .Find(file)
            .FirstOrDefault(one => one.Rule.Code == finding.Rule && one.Place == finding.Place);
        if (found is null)
            return FindingStates.Gone;
        var take = side == FindingSide.Stated ? found.Fault.TakeStated : found.Fault.TakeComputed;
        if (take is null)
            return FindingStates.CannotTake(side);
        var edited = take(file);
        var faults = PlanFileRules.Check(edited, cancellationToken);
        return faults.Count > 0 ? new PlanFileRefused(faults) : edited;
    }
}
