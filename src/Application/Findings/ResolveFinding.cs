using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Findings;

/// <summary>
/// Takes a side, what is stated or what was computed: changes the plan so that it holds, as an import of the changed plan file
/// would, so that what was reserved and paid stays.
/// </summary>
/// <param name="Take">The side that is right.</param>
[AllowedTo(Role.PlanOfficer)]
public sealed record ResolveFinding(GivenId FindingId, FindingSide Take, string? Reason) : DryRunCommand<Finding>;

public sealed class ResolveFindingValidator : AbstractValidator<ResolveFinding>
{
    private const int MaxReason = 2000;

    public ResolveFindingValidator() => RuleFor(command => command.Reason).Text(1, MaxReason);
}

public sealed class ResolveFindingHandler(
    StoredPlans stored,
    IPlanRepository plans,
    PlanImport import,
    IAuditTrail audit
) : ICommandHandler<ResolveFinding, Result<Finding>>
{
    public async ValueTask<Result<Finding>> Handle(ResolveFinding command, CancellationToken cancellationToken)
    {
        var id = command.FindingId.Id;
        if (
            await plans.FindPlanOfFindingAsync(id, cancellationToken) is not { } planId
            || await stored.OpenAsync<ResolveFinding>(planId, cancellationToken) is not { } opened
            || opened.Plan.Findings.FirstOrDefault(one => one.Id == id) is not { } finding
        )
            return new NotFound(nameof(Finding), command.FindingId.Text);
        var edited = Edit(finding, command.Take, opened.File);
        if (!edited.Succeeded)
            return Result<Finding>.Refused(edited.Errors);

        var before = FindingFigures.Of(finding);
        var applied = await import.ApplyAsync(edited.Value, cancellationToken);
        if (!applied.Succeeded)
            return Result<Finding>.Refused(applied.Errors);
        if (finding.Status != FindingStatus.Resolved)
            return FindingStates.StillFound;
        finding.Resolve(command.Reason, import.Stamp());
        await plans.SaveAsync(cancellationToken);
        var changes = new
        {
            Took = EnumText.Of(command.Take),
            RowsChanged = applied.Value.Rows,
            ProjectsBefore = applied.Value.Before,
            ProjectsAfter = PlanFigures.Of(applied.Value.Plan),
        };
        audit.Write(FindingFigures.Entry("resolveFinding", finding, before, command.Reason, changes));
        return finding;
    }

    /// <summary>The plan file in which the side holds.</summary>
    private static Result<PlanFile> Edit(Finding finding, FindingSide side, PlanFile file)
    {
        if (finding.Status == FindingStatus.Resolved)
            return FindingStates.Resolved;
        var found = FoundFault
            .In(file)
            .FirstOrDefault(one => one.Rule.Code == finding.Rule && one.Place == finding.Place);
        if (found is null)
            return FindingStates.Gone;
        var take = side == FindingSide.Stated ? found.Fault.TakeStated : found.Fault.TakeComputed;
        if (take is null)
            return FindingStates.CannotTake(side);
        var edited = take(file);
        var faults = PlanFileRules.Check(edited);
        return faults.Count > 0 ? new PlanFileRefused(faults) : edited;
    }
}
