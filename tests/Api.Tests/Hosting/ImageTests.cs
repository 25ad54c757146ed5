using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>What the container image runs, on this machine.</summary>
public sealed partial class ImageTests(PlanService service)
{
    [Fact]
    public async Task The_health_check_of_the_image_succeeds_only_while_the_service_is_ready()
    {
        var file = await File.ReadAllLinesAsync(
            Path.Combine(Programs.Home, "Dockerfile"),
            TestContext.Current.CancellationToken
        );
        var line = file.Single(line => line.TrimStart().StartsWith("CMD [\"bash\"", StringComparison.Ordinal));
        var command = JsonSerializer.Deserialize<string[]>(line.TrimStart()["CMD ".Length..])!;
        (await ExitCodeAsync(command, new Uri(service.Url).Port)).ShouldBe(0);
        (await ExitCodeAsync(command, ServiceProcess.FreePort())).ShouldNotBe(0);
        (
            await ExitCodeAsync(
                [.. command.Select(part => part.Replace("/ready", "/nowhere"))],
                new Uri(service.Url).Port
            )
        ).ShouldNotBe(0);
    }

    [Fact]
    public void The_containers_have_settings_that_exist_and_the_PostgreSQL_of_run()
    {
        var compose = File.ReadAllText(Path.Combine(Programs.Home, "docker-compose.yml"));
        var settings = Settings().Matches(compose).Select(match => match.Groups[1].Value).ToList();
        settings.Count.ShouldBeGreaterThan(8);
        settings.ShouldBeSubsetOf(SettingsCheck.Names);
        var version = Postgres().Match(compose).Groups[1].Value;
        File.ReadAllText(Path.Combine(Programs.Home, "package.json")).ShouldContain($"linux-x64\": \"{version}.");
    }

    [GeneratedRegex("""^ +(?:# )?([A-Za-z]+__[A-Za-z0-9_]+):""", RegexOptions.Multiline)]
    private static partial Regex Settings();

    [GeneratedRegex("""^ +image: postgres:([0-9.]+)$""", RegexOptions.Multiline)]
    private static partial Regex Postgres();

    private static async Task<int> ExitCodeAsync(string[] command, int port)
    {
        var arguments = command.Skip(1).Select(part => part.Replace("8080", $"{port}"));
        using var process = Process.Start(
            new ProcessStartInfo(command[0], arguments) { RedirectStandardError = true }
        )!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
