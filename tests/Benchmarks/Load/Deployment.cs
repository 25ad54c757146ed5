using System.Diagnostics;
using Npgsql;
using TeacherDevPlan.Benchmarks.Baseline;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>The service as it runs in production, on a database of its own.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    /// <summary>
    /// Production settings, except that the limits per client are off, because all requests come from one machine.
    /// </summary>
    private static readonly (string, string)[] Settings =
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("Auth__AnonymousReadOnly", "true"),
        ("RateLimits__AnonymousPerSecond", "0"),
        ("RateLimits__Concurrent", "0"),
    ];

    private readonly ServiceProcess process;

    private Deployment(ServiceProcess process)
    {
        this.process = process;
        Source = NpgsqlDataSource.Create(process.OwnerConnectionString);
        Service = Side.OfService(process.GraphQL, process.ProcessId, process.PostgresProcessId);
    }

    public NpgsqlDataSource Source { get; }

    public Side Service { get; }

    public Uri Endpoint => process.GraphQL;

    public Country Country => new(Source);

    public LoadQueries Queries => new(Country, new LoadPages(Service));

    /// <param name="data">The data folder; null creates one that is deleted afterwards.</param>
    /// <param name="seed">Arguments of <c>seed-national</c> for a new folder.</param>
    public static async Task<Deployment> StartAsync(
        string? data,
        IReadOnlyList<string> seed,
        CancellationToken cancellationToken
    )
    {
        var process = data is null
            ? new ServiceProcess(Settings) { Program = Program }
            : new ServiceProcess(Settings) { Program = Program, Data = data };
        try
        {
            if (data is null)
                await SeedAsync(process, seed, cancellationToken);
            await process.StartAsync(cancellationToken);
            return new Deployment(process);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<(BaselineProcess Process, Side Side)> StartBaselineAsync(CancellationToken cancellationToken)
    {
        var baseline = await BaselineProcess.StartAsync(process.OwnerConnectionString, cancellationToken);
        return (baseline, Side.OfBaseline(baseline.Address, baseline.ProcessId, process.PostgresProcessId));
    }

    /// <summary>A second service on the same running database, not yet started.</summary>
    public ServiceProcess Second() =>
        new([.. Settings, ("ConnectionStrings__TeacherDevPlan", process.ServiceConnectionString)])
        {
            Program = Program,
        };

    public async ValueTask DisposeAsync()
    {
        Service.Dispose();
        await Source.DisposeAsync();
        await process.DisposeAsync();
    }

    private static async Task SeedAsync(
        ServiceProcess process,
        IReadOnlyList<string> seed,
        CancellationToken cancellationToken
    )
    {
        Console.Error.WriteLine($"seed-national {string.Join(' ', seed)} ...");
        var (output, exitCode) = await process.RunAsync(["seed-national", .. seed], cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"seed-national ended with {exitCode}: {output}");
    }

    /// <summary>The program that ./run starts, built in the same way.</summary>
    private static string Program { get; } = Build();

    private static string Build()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var repository = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        using var prepare = Process.Start(Path.Combine(repository, "build", "prepare.sh"), "--to-run");
        prepare.WaitForExit();
        return prepare.ExitCode == 0
            ? Path.Combine(repository, "artifacts", "service", "TeacherDevPlan.Development.dll")
            : throw new InvalidOperationException("The service could not be built.");
    }
}
