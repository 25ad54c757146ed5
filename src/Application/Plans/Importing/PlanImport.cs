using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Changes an office's plan of a year to match a plan file, within a command's transaction: its content, its sources,
/// its money in the ledger and its findings. What is public changes only when a file is published.
/// </summary>
public sealed class PlanImport(
    IPlanRepository plans,
    IPlanDraftStore drafts,
    IPlanSourceStore sources,
    SpendingPlanImport spending,
    IUnitOfWork work,
    Caller caller,
    TimeProvider time
)
{
    /// <summary>
    /// Makes public what a valid file says, instead of what waited; returns an error if stored data does not permit it.
    /// A plan without an approved project becomes a draft.
    /// </summary>
    public async Task<Result<AppliedPlan>> PublishAsync(PlanFile file, CancellationToken cancellationToken)
    {
        await plans.LockOfficeAsync(file.Office.Code, cancellationToken);
        var applied = await ApplyAsync(file, file.HasApproved, cancellationToken);
        if (!applied.Succeeded || !file.HasApproved)
            return applied;
        var plan = applied.Value;
        return plan with { Rows = plan.Rows + await drafts.RemoveAsync(plan.Plan.Id, cancellationToken) };
    }

    /// <summary>
    /// Keeps a valid file until it is published; returns the error with which that would be refused now. A plan that is
    /// not public becomes what the file says, for its office; a public plan stays as it is.
    /// </summary>
    public async Task<Result<AppliedPlan>> DraftAsync(PlanFile file, CancellationToken cancellationToken)
    {
        await plans.LockOfficeAsync(file.Office.Code, cancellationToken);
        var year = file.DevelopmentPlan.FiscalYear;
        var isPublic = await plans.IsPublishedAsync(file.Office.Code, year, cancellationToken);
        // The payload of a dry run shows what publishing the file would come to.
        if (isPublic && work.IsRehearsal)
            return (await PublishAsync(file, cancellationToken)).Then(Waiting);
        var published = await work.TryOutAsync(() => PublishAsync(file, cancellationToken), cancellationToken);
        if (!published.Succeeded)
            return published;
        if (!isPublic)
            return await ApplyAsync(file, publishes: false, cancellationToken);
        var plan = Waiting(published.Value);
        return plan with
        {
            Rows = plan.Waits
                ? await drafts.SaveAsync(plan.Plan.Id, file, cancellationToken)
                : await drafts.RemoveAsync(plan.Plan.Id, cancellationToken),
        };
    }

    /// <summary>Makes a plan what an edit of its file says; whether it is public, and what waits, stays.</summary>
    public async Task<Result<AppliedPlan>> EditAsync(
        PlanFile file,
        bool isPublic,
        CancellationToken cancellationToken
    ) => await ApplyAsync(file, isPublic, cancellationToken);

    /// <summary>When, and by whom, a status was changed in this request.</summary>
    public StatusStamp Stamp() => new(time.GetUtcNow(), caller.Name);

    private static AppliedPlan Waiting(AppliedPlan plan) => plan with { Waits = plan.Rows > 0 };

    private async Task<Result<AppliedPlan>> ApplyAsync(
        PlanFile file,
        bool publishes,
        CancellationToken cancellationToken
    )
    {
        var year = file.DevelopmentPlan.FiscalYear;
        if (!publishes)
            await plans.WithdrawAsync(file.Office.Code, year, cancellationToken);
        var office = await plans.FindOfficeAsync(file.Office.Code, cancellationToken);
        if (office is null)
            plans.Add(office = new Office(file.Office.Code));
        var firstYear = file.StrategicPlan.FirstFiscalYear;
        var strategicPlan = await plans.FindStrategicPlanAsync(office.Id, firstYear, cancellationToken);
        if (strategicPlan is null)
            plans.Add(strategicPlan = new StrategicPlan(office, firstYear));
        var kept = new KeptResults();
        kept.Remember(strategicPlan);
        var plan = await plans.FindDevelopmentPlanAsync(office.Id, year, cancellationToken);
        var before = plan is null ? null : PlanFigures.Of(plan);
        if (plan is not null)
            kept.Remember(plan, await plans.ProjectsWithReportsAsync(plan.Id, cancellationToken));
        if (plan is null)
            plans.Add(plan = new DevelopmentPlan(office, year));
        var sharing = await plans.SharingAsync(office.Id, year, publishes, cancellationToken);
        return (await ApplyAsync(file, office, strategicPlan, plan, sharing, kept, cancellationToken)).Then(applied =>
            applied with
            {
                Before = before,
            }
        );
    }

    private async Task<Result<AppliedPlan>> ApplyAsync(
        PlanFile file,
        Office office,
        StrategicPlan strategicPlan,
        DevelopmentPlan plan,
        Sharing sharing,
        KeptResults kept,
        CancellationToken cancellationToken
    )
    {
        var activities = plan.Projects.SelectMany(project => project.Activities).ToList();
        var former = plan.StrategicPlanId;
        var parts = PlanParts.Apply(file, office, strategicPlan, plan, sharing);
        IReadOnlyList<PlanFault> faults = [.. kept.Faults(strategicPlan, plan)];
        if (faults.Count == 0)
            faults = await spending.WithdrawAsync(activities, plan, cancellationToken);
        if (faults.Count > 0)
            return new PlanFileRefused(faults);
        // A corrected first year makes it another strategic plan; the one before would still answer for the years of both.
        if (former is { } left && left != strategicPlan.Id)
            await plans.RemoveStrategicPlanAsync(left, plan.Id, cancellationToken);

        var findings = await plans.FindingsAsync(plan.Id, cancellationToken);
        var changes = findings.Reconcile(FindingRules.Find(file), parts, Stamp());
        var rows = await plans.SaveAsync(cancellationToken);
        rows += await sources.SaveAsync(
            plan.Id,
            [.. parts.Stated],
            [.. parts.Sources(file.Sources)],
            file.Reading,
            cancellationToken
        );
        if (!sharing.Publishes)
            rows += await drafts.SaveAsync(plan.Id, file, cancellationToken);
        await plans.ShowPublishedAsync(file.Office.Code, cancellationToken);
        var (entries, overspent) = await spending.PlanAsync(plan, cancellationToken);
        if (overspent.Count > 0)
            return new PlanFileRefused(overspent);
        return new AppliedPlan(strategicPlan, plan, rows + entries, changes, FindingCounts.Open(findings.All));
    }
}

/// <summary>A plan that a file was applied to.</summary>
/// <param name="Rows">The number of rows added, changed or deleted.</param>
/// <param name="Open">The findings that are open now.</param>
public sealed record AppliedPlan(
    StrategicPlan StrategicPlan,
    DevelopmentPlan Plan,
    int Rows,
    FindingChanges Findings,
    FindingCounts Open
)
{
    /// <summary>The projects before; null if the plan is new.</summary>
    public IReadOnlyList<ProjectFigures>? Before { get; init; }

    /// <summary>
    /// Whether the plan is public and stays as it was, and the file waits: the plan here is what publishing it would
    /// come to.
    /// </summary>
    public bool Waits { get; init; }
}
