using System.Diagnostics;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>The program as its operator meets it: started, killed, started again, given files.</summary>
public sealed class ProcessTests : IAsyncDisposable
{
    private readonly ServiceProcess service = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Killed_in_any_way_it_leaves_no_server_behind_and_comes_back_with_its_data()
    {
        await service.StartAsync(Cancellation);
        var first = await AnswerAsync();
        first.ShouldContain("\"totalCount\":10");
        var server = service.PostgresProcessId;

        var (output, exitCode) = await service.RunAsync(["--urls", "http://127.0.0.1:0"], Cancellation);
        (exitCode, output.Contains("TEACHERDEVPLAN_DATA")).ShouldBe(
            (1, true),
            "a second service on the same data is refused"
        );

        service.Kill();
        await GoneAsync(server);

        await service.StartAsync(Cancellation);
        (await AnswerAsync()).ShouldBe(first);

        // PostgreSQL alone killed: the service starts it again.
        service.KillPostgres();
        (await AnswerAsync()).ShouldBe(first);

        // Everything killed at once.
        server = service.PostgresProcessId;
        service.KillPostgres();
        service.Kill(entireTree: true);
        await GoneAsync(server);
        await service.StartAsync(Cancellation);
        (await AnswerAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task A_file_is_imported_or_refused_with_the_paths_of_its_faults()
    {
        var folder = Directory.CreateTempSubdirectory();
        var good = Path.Combine(folder.FullName, "good.json");
        var bad = Path.Combine(folder.FullName, "bad.json");
        await File.WriteAllBytesAsync(good, TeacherDevPlan.SampleData.SamplePlan.Read().ToArray(), Cancellation);
        await File.WriteAllTextAsync(bad, """{ "formatVersion": 2, "office": { "code": "TH-43-P2" } }""", Cancellation);
        (await OutputAsync("import", good)).ShouldContain(
            "Created: plan of TH-43-P2 for fiscal year 2566, 10 projects"
        );
        (await OutputAsync("import", good)).ShouldContain("Unchanged");
        var refused = await OutputAsync("import", bad);
        refused.ShouldContain("/formatVersion: is none of 1.");
        refused.ShouldContain("/developmentPlan: is missing.");
        (await OutputAsync("import", Path.Combine(folder.FullName, "none.json"))).ShouldContain(
            "none.json does not exist"
        );
        folder.Delete(recursive: true);
    }

    /// <summary>The answer, as soon as there is one without errors.</summary>
    private async Task<string> AnswerAsync()
    {
        using var client = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var query = new Uri(service.GraphQL, "?query={projects{totalCount nodes{id name}}}");
            var answer = await client.GetStringAsync(query, Cancellation);
            if (!answer.Contains("\"errors\"") || patience.Elapsed > TimeSpan.FromSeconds(30))
                return answer;
            await Task.Delay(100, Cancellation);
        }
    }

    private static async Task GoneAsync(int pid)
    {
        var patience = Stopwatch.StartNew();
        while (Directory.Exists($"/proc/{pid}") && patience.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(50, Cancellation);
        Directory.Exists($"/proc/{pid}").ShouldBeFalse("PostgreSQL is still there");
    }

    private async Task<string> OutputAsync(params string[] arguments) =>
        (await service.RunAsync(arguments, Cancellation)).Output;
}
