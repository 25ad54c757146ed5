using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>
/// Changes an office's plan of a year to match a plan file, within a command's transaction: its content, its sources,
/// its money in the ledger and its findings.
/// </summary>
public sealed class PlanImport(
    IPlanRepository plans,
    IPlanSourceStore sources,
    SpendingPlanImport spending,
    Caller caller,
    TimeProvider time
)
{
    /// <summary>Applies a valid file; returns an error if stored data does not permit it.</summary>
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

    /// <summary>When, and by whom, a status was changed in this request.</summary>
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
        var findings = plan.Reconcile(FindingRules.Find(file), parts, Stamp());
        var rows = await plans.SaveAsync(cancellationToken);
        rows += await sources.SaveAsync(plan.Id, [.. parts.Sources(file.Sources)], file.Reading, cancellationToken);
        var (entries, overspent) = await spending.PlanAsync(plan, cancellationToken);
        if (overspent.Count > 0)
            return new PlanFileRefused(overspent);
        return new AppliedPlan(strategicPlan, plan, before, rows + entries, findings);
    }
}

/// <summary>A plan that a file was applied to.</summary>
/// <param name="Before">The projects before; null if the plan is new.</param>
/// <param name="Rows">The number of rows added, changed or deleted.</param>
public sealed record AppliedPlan(
    StrategicPlan StrategicPlan,
    DevelopmentPlan Plan,
    IReadOnlyList<ProjectFigures>? Before,
    int Rows,
    FindingChanges Findings
);
