using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>
/// Makes an office's plan of a year what a plan file says, within a command's transaction: its content, where it is printed, its
/// money in the ledger, and what does not agree with itself.
/// </summary>
public sealed class PlanImport(
    IPlanRepository plans,
    IPlanSourceStore sources,
    SpendingPlanImport spending,
    Caller caller,
    TimeProvider time
)
{
    /// <summary>Applies a file without faults; refused where what is stored stands against it.</summary>
    public async Task<Result<AppliedPlan>> ApplyAsync(PlanFile file, CancellationToken cancellationToken)
    {
        await plans.LockOfficeAsync(file.Office.Code, cancellationToken);
        var office = await plans.FindOfficeAsync(file.Office.Code, cancellationToken);
        if (office is null)
            plans.Add(office = new Office(file.Office.Code));
        var firstYear = file.StrategicPlan.FirstFiscalYear;
        var strategicPlan = await plans.FindStrategicPlanAsync(office.Id, firstYear, cancellationToken);
        var faults = await plans.StillNeededAsync(file, office, strategicPlan, cancellationToken);
        if (faults.Count > 0)
            return new PlanFileRefused(faults);

        office.Apply(file.Office, file.DevelopmentPlan.Projects.SelectMany(project => project.Owners));
        if (strategicPlan is null)
            plans.Add(strategicPlan = new StrategicPlan(office, firstYear));
        var kept = new KeptResults();
        kept.Remember(strategicPlan);
        strategicPlan.Apply(file.StrategicPlan);
        var year = file.DevelopmentPlan.FiscalYear;
        var plan = await plans.FindDevelopmentPlanAsync(office.Id, year, cancellationToken);
        var before = plan is null ? null : PlanFigures.Of(plan);
        if (plan is not null)
            kept.Remember(plan, await plans.ProjectsWithReportsAsync(plan.Id, cancellationToken));
        if (plan is null)
            plans.Add(plan = new DevelopmentPlan(office, year));
        return await ApplyAsync(file, office, strategicPlan, plan, before, kept, cancellationToken);
    }

    /// <summary>When a status was changed by this request, and by whom.</summary>
    public StatusStamp Stamp() => new(time.GetUtcNow(), caller.Name);

    private async Task<Result<AppliedPlan>> ApplyAsync(
        PlanFile file,
        Office office,
        StrategicPlan strategicPlan,
        DevelopmentPlan plan,
        IReadOnlyList<ProjectFigures>? before,
        KeptResults kept,
        CancellationToken cancellationToken
    )
    {
        var activities = plan.Projects.SelectMany(project => project.Activities).ToList();
        plan.Apply(file, strategicPlan);
        IReadOnlyList<PlanFault> faults = [.. kept.Faults(strategicPlan, plan)];
        if (faults.Count == 0)
            faults = await spending.WithdrawAsync(activities, plan, cancellationToken);
        if (faults.Count > 0)
            return new PlanFileRefused(faults);

        var parts = new PlanParts(office, strategicPlan, plan);
        var findings = plan.Reconcile(FoundFault.In(file), parts, Stamp());
        var rows = await plans.SaveAsync(cancellationToken);
        rows += await sources.SaveAsync(plan.Id, [.. parts.Sources(file.Sources)], file.Reading, cancellationToken);
        var (entries, overspent) = await spending.PlanAsync(plan, cancellationToken);
        if (overspent.Count > 0)
            return new PlanFileRefused(overspent);
        return new AppliedPlan(strategicPlan, plan, before, rows + entries, findings);
    }
}

/// <summary>A plan that a file was applied to.</summary>
/// <param name="Before">Its projects before; null where there was no such plan.</param>
/// <param name="Rows">Rows added, changed or removed.</param>
public sealed record AppliedPlan(
    StrategicPlan StrategicPlan,
    DevelopmentPlan Plan,
    IReadOnlyList<ProjectFigures>? Before,
    int Rows,
    FindingChanges Findings
);
