using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The program as its operator meets it: started, killed, started again, given files.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"teacherdevplan-process-{Guid.NewGuid():N}");
    private readonly List<Process> started = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var process in started)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Killed_in_any_way_it_leaves_no_server_behind_and_comes_back_with_its_data()
    {
        var (service, url) = await ServeAsync();
        var first = await AnswerAsync(url);
        first.ShouldContain("\"totalCount\":10");
        var server = ServerPid();

        (await RunAsync("--urls", "http://127.0.0.1:0")).ShouldBe(
            (1, true),
            "a second service on the same data is refused"
        );

        service.Kill();
        await GoneAsync(server);

        (service, url) = await ServeAsync();
        (await AnswerAsync(url)).ShouldBe(first);

        // PostgreSQL alone killed: the service starts it again.
        using (var postmaster = Process.GetProcessById(ServerPid()))
            postmaster.Kill();
        (await AnswerAsync(url)).ShouldBe(first);

        // Everything killed at once.
        server = ServerPid();
        using (var postmaster = Process.GetProcessById(server))
            postmaster.Kill();
        service.Kill(entireProcessTree: true);
        await GoneAsync(server);
        (service, url) = await ServeAsync();
        (await AnswerAsync(url)).ShouldBe(first);
    }

    [Fact]
    public async Task A_file_is_imported_or_refused_with_the_paths_of_its_faults()
    {
        Directory.CreateDirectory(data);
        var good = Path.Combine(data, "good.json");
        var bad = Path.Combine(data, "bad.json");
        await File.WriteAllBytesAsync(good, Infrastructure.SampleData.SamplePlan.Read().ToArray(), Cancellation);
        await File.WriteAllTextAsync(bad, """{ "formatVersion": 2 }""", Cancellation);
        (await OutputAsync("import", good)).ShouldContain(
            "Created: plan of TH-43-P2 for fiscal year 2566, 10 projects"
        );
        (await OutputAsync("import", good)).ShouldContain("Unchanged");
        var refused = await OutputAsync("import", bad);
        refused.ShouldContain("/formatVersion: is none of 1.");
        refused.ShouldContain("/office: is missing.");
        (await OutputAsync("import", Path.Combine(data, "none.json"))).ShouldContain("There is no file");
    }

    private async Task<(Process Service, string Url)> ServeAsync()
    {
        var port = FreePort();
        var service = Programs.Start("TEACHERDEVPLAN_DATA", data, "--urls", $"http://127.0.0.1:{port}");
        started.Add(service);
        while (await service.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.Contains("is ready"))
                return (service, $"http://127.0.0.1:{port}/graphql?query={{projects{{totalCount nodes{{id name}}}}}}");
        }

        throw new InvalidOperationException(await service.StandardError.ReadToEndAsync(Cancellation));
    }

    /// <summary>The answer, as soon as there is one without errors.</summary>
    private static async Task<string> AnswerAsync(string url)
    {
        using var client = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var answer = await client.GetStringAsync(new Uri(url), Cancellation);
            if (!answer.Contains("\"errors\"") || patience.Elapsed > TimeSpan.FromSeconds(30))
                return answer;
            await Task.Delay(100, Cancellation);
        }
    }

    private int ServerPid() =>
        int.Parse(
            File.ReadLines(Path.Combine(data, "postgres", "cluster", "postmaster.pid")).First(),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static async Task GoneAsync(int pid)
    {
        var patience = Stopwatch.StartNew();
        while (Directory.Exists($"/proc/{pid}") && patience.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(50, Cancellation);
        Directory.Exists($"/proc/{pid}").ShouldBeFalse("PostgreSQL is still there");
    }

    private async Task<(int ExitCode, bool Explained)> RunAsync(params string[] arguments)
    {
        using var process = Programs.Start("TEACHERDEVPLAN_DATA", data, arguments);
        var output = await Programs.OutputAsync(process);
        return (process.ExitCode, output.Contains("TEACHERDEVPLAN_DATA"));
    }

    private async Task<string> OutputAsync(params string[] arguments)
    {
        using var process = Programs.Start("TEACHERDEVPLAN_DATA", data, arguments);
        return await Programs.OutputAsync(process);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
