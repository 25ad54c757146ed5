using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>A stored plan, with the plan file that corresponds to it.</summary>
public sealed record StoredPlan(DevelopmentPlan Plan, PlanFile File, PlanParts Parts);

/// <summary>Opens stored plans for commands that change them.</summary>
public sealed class StoredPlans(
    IPlanRepository plans,
    IPlanDraftStore drafts,
    IPlanSourceStore sources,
    Caller caller,
    AccessControl access
)
{
    /// <summary>
    /// Waits until nobody else changes plans of the office, until the transaction ends. Null where there is no such plan for the
    /// caller.
    /// </summary>
    public async Task<PlanKey?> LockAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await FindAsync(planId, cancellationToken) is not { } found)
            return null;
        await plans.LockOfficeAsync(found.OfficeCode, cancellationToken);
        // Whoever held the lock may have published the plan, or made it a draft.
        return await FindAsync(planId, cancellationToken);
    }

    private async Task<PlanKey?> FindAsync(Guid planId, CancellationToken cancellationToken)
    {
        var key = await plans.FindKeyAsync(planId, cancellationToken);
        if (key is null || key.Published || caller.Sees(key.OfficeCode))
            return key;
        access.Hide($"a plan of {key.OfficeCode}");
        return null;
    }

    /// <summary>
    /// The file that publishing a plan that is locked would apply: the one that waits, or the plan as it is. Null where
    /// the plan was removed before.
    /// </summary>
    public async Task<PlanFile?> NextAsync(PlanKey key, CancellationToken cancellationToken) =>
        await drafts.FindAsync(key.PlanId, cancellationToken) ?? (await ReadAsync(key, cancellationToken))?.File;

    /// <summary>
    /// Reads all of a plan that is locked; null where it was removed before. The file of a draft is the one that came in,
    /// as the plan does not have what waits.
    /// </summary>
    public async Task<StoredPlan?> ReadAsync(PlanKey key, CancellationToken cancellationToken)
    {
        var office = await plans.FindOfficeAsync(key.OfficeCode, cancellationToken);
        var strategicPlan = await plans.FindStrategicPlanAsync(
            key.OfficeId,
            key.FirstFiscalYear ?? 0,
            cancellationToken
        );
        var plan = await plans.FindDevelopmentPlanAsync(key.OfficeId, key.FiscalYear, cancellationToken);
        if (office is null || strategicPlan is null || plan is null)
            return null;
        if (!plan.Published && await drafts.FindAsync(plan.Id, cancellationToken) is { } draft)
        {
            var sharing = await plans.SharingAsync(office.Id, key.FiscalYear, publishes: false, cancellationToken);
            return new StoredPlan(plan, draft, PlanParts.Apply(draft, office, strategicPlan, plan, sharing));
        }

        var parts = new PlanParts(office, strategicPlan, plan);
        var file = StoredPlanFile.Of(
            office,
            strategicPlan,
            plan,
            await sources.OfAsync([.. parts.Ids], cancellationToken),
            await sources.ReadingAsync(key.PlanId, cancellationToken)
        );
        return new StoredPlan(plan, file, parts);
    }
}
