using System.Diagnostics;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>
/// Runs the baseline in a process of its own, with the same garbage collector settings as the service.
/// </summary>
internal sealed class BaselineProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TeacherDevPlan.Benchmarks.dll");

    private readonly Process process;

    private BaselineProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int ProcessId => process.Id;

    public static async Task<BaselineProcess> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        var start = new ProcessStartInfo(
            "dotnet",
            [Program, "baseline", "--connection", connectionString, "--urls", address]
        )
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync(cancellationToken) == BaselineServer.Ready
            ? new BaselineProcess(process, new Uri(address))
            : throw new InvalidOperationException("The baseline did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
