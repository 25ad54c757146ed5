using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Applies the planned amounts of an imported document to the ledger. Commitments and payments are kept, so a document
/// is rejected if it omits an activity that has them, or plans less than is committed and paid.
/// </summary>
public sealed class SpendingPlanImport(ILedgerStore store)
{
    private const string Path = "/developmentPlan/projects";
    private const string Imported = "plan file";
    private const string LeftOut = "no longer in the plan file";

    /// <summary>
    /// Takes back the planned amounts of activities that the document omits, before they are deleted.
    /// </summary>
    public async Task<IReadOnlyList<PlanFault>> WithdrawAsync(
        IReadOnlyList<Activity> before,
        DevelopmentPlan plan,
        CancellationToken cancellationToken
    )
    {
        var kept = plan.Projects.SelectMany(project => project.Activities).ToHashSet();
        var removed = before.Where(activity => !kept.Contains(activity)).ToList();
        var ledger = await OpenAsync(before, cancellationToken);
        var faults = removed
            .Where(activity => ledger.Budget(activity.Id)!.Moved)
            .Select(activity => new PlanFault(
                Path,
                new LocalText(
                    $"activity {activity.Number} of project {activity.Project.Number} is missing, but it has commitments or payments.",
                    $"ไม่มีกิจกรรมที่ {activity.Number} ของโครงการที่ {activity.Project.Number} ในไฟล์ แต่กิจกรรมนี้มีการผูกพันหรือเบิกจ่ายแล้ว"
                )
            ))
            .Concat(
                plan.Projects.Where(project =>
                        project.Status is ProjectStatus.Draft or ProjectStatus.Submitted
                        && project.Activities.Any(activity => ledger.Budget(activity.Id)?.Moved == true)
                    )
                    .Select(project => new PlanFault(
                        Path,
                        new LocalText(
                            $"project {project.Number} has commitments or payments, so its status must be APPROVED or later.",
                            $"โครงการที่ {project.Number} มีการผูกพันหรือเบิกจ่ายแล้ว สถานะจึงต้องเป็น APPROVED หรือสถานะหลังจากนั้น"
                        )
                    ))
            )
            .ToList();
        if (faults.Count > 0)
            return faults;
        foreach (var activity in removed)
            ledger.TryPlan(activity.Id, QuarterAmounts.Zero, LeftOut, out _);
        await store.PostNowAsync(ledger, cancellationToken);
        return [];
    }

    /// <summary>Records the planned amounts that the document changes; returns the number of entries.</summary>
    public async Task<(int Entries, IReadOnlyList<PlanFault> Faults)> PlanAsync(
        DevelopmentPlan plan,
        CancellationToken cancellationToken
    )
    {
        var planned = plan
            .Projects.SelectMany(project => project.Activities)
            .Where(activity => activity.NewPlan is not null)
            .ToList();
        var ledger = await OpenAsync(planned, cancellationToken);
        var faults = planned
            .Where(activity => !ledger.TryPlan(activity.Id, activity.NewPlan!, Imported, out _))
            .Select(activity => new PlanFault(
                Path,
                new LocalText(
                    $"activity {activity.Number} of project {activity.Project.Number} would plan less than is committed and paid.",
                    $"งบประมาณตามแผนของกิจกรรมที่ {activity.Number} โครงการที่ {activity.Project.Number} ต่ำกว่ายอดที่ผูกพันและเบิกจ่ายแล้ว"
                )
            ))
            .ToList();
        if (faults.Count == 0)
            store.Post(ledger);
        return (ledger.Entries.Count(entry => entry.Kind == LedgerEntryKind.Planned), faults);
    }

    private async Task<BudgetLedger> OpenAsync(IEnumerable<Activity> activities, CancellationToken cancellationToken)
    {
        var scope = new LedgerScope { Activities = [.. activities.Select(activity => activity.Id)] };
        return (await store.OpenAsync(scope, [], cancellationToken)).Ledger;
    }
}
