using System.Text;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Writes a plan back as a plan file, as it is stored and with its sources: importing it changes nothing. Of a plan that
/// is not public, it is the draft. Those who may import a plan of the office may export it.
/// </summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record ExportPlan(GivenId PlanId) : ICommand<Result<ExportedPlan>>;

/// <param name="Content">The text of the file.</param>
public sealed record ExportedPlan(Guid PlanId, string Content) : Written(PlanId);

public sealed class ExportPlanHandler(StoredPlans stored, IPlanFileWriter writer, CommandSession session)
    : CommandHandler<ExportPlan, PlanKey, ExportedPlan>(session)
{
    /// <summary>The office's lock keeps imports away while the parts of its plan are read.</summary>
    protected override async Task<Result<PlanKey>> OpenAsync(
        ExportPlan command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => await stored.LockAsync(command.PlanId.Id, cancellationToken) is { } plan ? plan : Missing(command);

    protected override async Task<Result<Change<ExportedPlan>>> DecideAsync(
        ExportPlan command,
        PlanKey opened,
        CancellationToken cancellationToken
    ) =>
        await stored.ReadAsync(opened, cancellationToken) is { File: var file, Plan: var plan }
            ? new Change<ExportedPlan>(new ExportedPlan(plan.Id, Encoding.UTF8.GetString(writer.Write(file))), plan)
            : Missing(command);

    private static NotFound Missing(ExportPlan command) => new(nameof(DevelopmentPlan), command.PlanId.Text);
}
