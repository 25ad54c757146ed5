using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Tests over the sample plan.</summary>
public abstract class PlanTests(PlanService service) : IAsyncLifetime
{
    protected PlanService Service => service;

    public virtual async ValueTask InitializeAsync() => await service.WithSampleAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The numbers of the projects that match, in order.</summary>
    protected async Task<int[]> ProjectNumbersAsync(string arguments)
    {
        var data = await service.QueryAsync($"{{ projects({arguments}) {{ nodes {{ number }} }} }}");
        return Numbers(data.GetProperty("projects"));
    }

    protected static int[] Numbers(JsonElement connection) =>
        [.. connection.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("number").GetInt32())];
}
