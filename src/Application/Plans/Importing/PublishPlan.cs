using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Makes public what was last imported of a plan, as if that file were imported and published now. Changes nothing if
/// nothing waits. Refused if no project is approved, or if stored data no longer permit it.
/// </summary>
[AllowedTo(Role.Approver)]
[EndsIn(typeof(NotFound), typeof(InvalidState), typeof(PlanFileRefused))]
public sealed record PublishPlan(GivenId PlanId) : DryRunCommand<ImportReport>, IOfStoredPlan;

public sealed class PublishPlanHandler(StoredPlans stored, PlanImport import, CommandSession session)
    : StoredPlanHandler<PublishPlan, ImportReport>(stored, session)
{
    private static readonly InvalidState NothingApproved = new(
        new LocalText(
            "No project of the plan is approved. Import the plan with at least one project whose status is APPROVED or later.",
            "แผนนี้ยังไม่มีโครงการที่ได้รับอนุมัติ โปรดนำเข้าแผนที่มีโครงการอย่างน้อยหนึ่งโครงการที่มีสถานะ APPROVED หรือสถานะหลังจากนั้น"
        )
    );

    protected override async Task<Result<Change<ImportReport>>> DecideAsync(
        PublishPlan command,
        PlanKey opened,
        CancellationToken cancellationToken
    )
    {
        if (await Stored.NextAsync(opened, cancellationToken) is not { } file)
            return Missing(command);
        if (!opened.Published && !file.HasApproved)
            return NothingApproved;
        var applied = await import.PublishAsync(file, cancellationToken);
        return applied.Then(plan => ImportReport.Recorded(plan, file));
    }
}
