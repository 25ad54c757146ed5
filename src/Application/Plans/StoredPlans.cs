using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>A stored plan, with the plan file that corresponds to it.</summary>
public sealed record StoredPlan(DevelopmentPlan Plan, PlanFile File, PlanParts Parts);

/// <summary>Opens stored plans for commands that change them.</summary>
public sealed class StoredPlans(IPlanRepository plans, IPlanSourceStore sources, Caller caller, AccessControl access)
{
    /// <summary>
    /// Waits until nobody else changes plans of the office, until the transaction ends. Null where there is no such plan for the
    /// caller.
    /// </summary>
    public async Task<PlanKey?> LockAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await plans.FindKeyAsync(planId, cancellationToken) is not { } key)
            return null;
        if (!key.Published && !caller.Sees(key.OfficeCode))
        {
            access.Hide($"a plan of {key.OfficeCode}");
            return null;
        }

        await plans.LockOfficeAsync(key.OfficeCode, cancellationToken);
        return key;
    }

    /// <summary>Reads all of a plan that is locked; null where it was removed before.</summary>
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
