using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>A stored plan, with the plan file that it would be.</summary>
public sealed record StoredPlan(DevelopmentPlan Plan, PlanFile File, PlanParts Parts);

/// <summary>Opens stored plans for commands of those who keep them.</summary>
public sealed class StoredPlans(IPlanRepository plans, IPlanSourceStore sources, Caller caller, AccessControl access)
{
    /// <summary>
    /// Waits until nobody else changes plans of the office, until the transaction ends. Null where there is no such plan for the
    /// caller; refused where the caller holds no role for the command in its office.
    /// </summary>
    public async Task<PlanKey?> LockAsync<TCommand>(Guid planId, CancellationToken cancellationToken)
    {
        if (await plans.FindKeyAsync(planId, cancellationToken) is not { } key)
            return null;
        if (!key.Published && !caller.Sees(key.OfficeCode))
        {
            access.Hide($"a plan of {key.OfficeCode}");
            return null;
        }

        access.DemandOffice<TCommand>(key.OfficeCode);
        await plans.LockOfficeAsync(key.OfficeCode, cancellationToken);
        return key;
    }

    /// <summary>The same, and reads all of the plan.</summary>
    public async Task<StoredPlan?> OpenAsync<TCommand>(Guid planId, CancellationToken cancellationToken)
    {
        if (await LockAsync<TCommand>(planId, cancellationToken) is not { } key)
            return null;
        var office = await plans.FindOfficeAsync(key.OfficeCode, cancellationToken);
        var strategicPlan = await plans.FindStrategicPlanAsync(
            key.OfficeId,
            key.FirstFiscalYear ?? 0,
            cancellationToken
        );
        var plan = await plans.FindDevelopmentPlanAsync(key.OfficeId, key.FiscalYear, cancellationToken);
        if (office is null || strategicPlan is null || plan is null)
            return null;
        var ids = new PlanParts(office, strategicPlan, plan).Ids.ToList();
        var file = StoredPlanFile.Of(
            office,
            strategicPlan,
            plan,
            await sources.OfAsync(ids, cancellationToken),
            await sources.ReadingAsync(planId, cancellationToken)
        );
        return new StoredPlan(plan, file, new PlanParts(office, strategicPlan, plan));
    }
}
