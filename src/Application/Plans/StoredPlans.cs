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
    /// Waits until no other transaction changes plans of the office, and blocks others until the transaction ends.
    /// Returns null if the caller cannot see such a plan; refuses a caller without a role for the command in its
    /// office.
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

    /// <summary>The same, and reads the whole plan.</summary>
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
