namespace TeacherDevPlan.Api.Tests;

/// <summary>Tests that move money of the sample plan; each begins with the plan as it is printed.</summary>
public abstract class LedgerTestsBase(PlanService service) : PlanTests(service)
{
    private protected LedgerClient Ledger { get; } = new(service);

    public override async ValueTask InitializeAsync()
    {
        Service.Changed();
        await base.InitializeAsync();
        Service.Changed();
    }
}
