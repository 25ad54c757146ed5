using System.Text;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Writes a plan back as a plan file, as it is stored and with its sources: importing it changes nothing. Of a plan that
/// is not public, it is the draft. Those who may import a plan of the office may export it.
/// </summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record ExportPlan(GivenId PlanId) : ICommand<Result<ExportedPlan>>, IOfStoredPlan;

/// <param name="Content">The text of the file.</param>
public sealed record ExportedPlan(Guid PlanId, string Content) : Written(PlanId);

public sealed class ExportPlanHandler(StoredPlans stored, IPlanFileWriter writer, CommandSession session)
    : StoredPlanHandler<ExportPlan, ExportedPlan>(stored, session)
{
    protected override async Task<Result<Change<ExportedPlan>>> DecideAsync(
        ExportPlan command,
        PlanKey opened,
        CancellationToken cancellationToken
    ) =>
        await Stored.ReadAsync(opened, cancellationToken) is { File: var file, Plan: var plan }
            ? new Change<ExportedPlan>(new ExportedPlan(plan.Id, Encoding.UTF8.GetString(writer.Write(file))), plan)
            : Missing(command);
}
