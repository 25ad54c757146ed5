using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Ledger;

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

    /// <summary>The ledger agrees with itself in every comparison, and each has compared something.</summary>
    protected async Task CleanAsync() =>
        (await VerifyAsync())
            .Select(check => $"{check.Name}: {check.Differences}")
            .ShouldAllBe(check => check.EndsWith(": 0"));

    protected async Task<IReadOnlyList<ConsistencyCheck>> VerifyAsync()
    {
        await using var scope = Service.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.AsSystem()
            .GetRequiredService<ISender>()
            .Send(new VerifyLedger(), TestContext.Current.CancellationToken);
    }
}
