using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>Further instances of the service on the database that another one runs.</summary>
internal sealed class Instances(IReadOnlyList<ServiceProcess> services) : IAsyncDisposable
{
    public IReadOnlyList<ServiceProcess> All => services;

    public IReadOnlyList<Uri> Endpoints { get; } = [.. services.Select(service => service.GraphQL)];

    /// <param name="chances">Choose how wrong the clock of each instance's machine is.</param>
    public static async Task<Instances> StartAsync(
        ServiceProcess first,
        int count,
        Random chances,
        CancellationToken cancellationToken
    )
    {
        var services = new List<ServiceProcess>();
        for (var number = 0; number < count; number++)
        {
            var service = new ServiceProcess(("ConnectionStrings__TeacherDevPlan", first.ServiceConnectionString));
            services.Add(service);
            await FaultPlan.JumpClockAsync(service, chances.NextDouble(), cancellationToken);
            await service.StartAsync(cancellationToken);
        }

        return new Instances(services);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services)
            await service.DisposeAsync();
    }
}
