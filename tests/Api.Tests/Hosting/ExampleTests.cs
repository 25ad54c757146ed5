using System.Diagnostics;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The examples for script authors do what they say, also when they are run again.</summary>
public sealed class ExampleTests(PlanService service) : LedgerTestsBase(service)
{
    [Theory]
    [InlineData("python3", "examples/record_payments.py", "--url")]
    [InlineData("bash", "examples/record_payments.sh", null)]
    public async Task Payments_of_a_file_are_recorded_once_and_refusals_are_told(
        string program,
        string script,
        string? option
    )
    {
        if (!IsInstalled(program) || !IsInstalled("curl"))
            Assert.Skip($"{program} and curl are needed.");
        string[] arguments = Arguments(script, option, "examples/payments.csv");
        var first = await RunAsync(program, arguments);
        first.ExitCode.ShouldBe(1, first.Output);
        first.Output.ShouldContain("[1/9] บจ.101/2566: 1250.00 baht of activity 1/1: recorded");
        first.Output.ShouldContain("REFUSED, กิจกรรมมีงบประมาณคงเหลือ 1,000.00 บาท");
        first.Output.ShouldContain("REFUSED, the plan has no such activity");
        first.Output.ShouldContain("REFUSED, paidOn: ");
        first.Output.ShouldContain("5 of 9 payments recorded, 4 refused.");

        var again = await RunAsync(program, arguments);
        again.Output.ShouldContain("5 of 9 payments recorded, 4 refused.");
        var data = await Service.QueryAsync("{ projects { budget { disbursed } } }");
        data.GetProperty("projects").ToString().ShouldBe("""{"budget":{"disbursed":26731.25}}""");
    }

    [Theory]
    [InlineData("python3", "examples/record_payments.py", "--url")]
    [InlineData("bash", "examples/record_payments.sh", null)]
    public async Task A_row_that_makes_no_sense_does_not_stop_the_others(string program, string script, string? option)
    {
        if (!IsInstalled(program) || !IsInstalled("curl"))
            Assert.Skip($"{program} and curl are needed.");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """
            project,activity,amount,paid_on,reference
            1,1,abc,2023-05-02,A

            x,1,1,2023-05-02,B
            1,1,1,2023-13-02,C
            1,1,1.25,2023-05-02,"D
            1,1,2.50,2023-05-02,E
            """.Replace("\"D", "D\t\\"),
            TestContext.Current.CancellationToken
        );
        var run = await RunAsync(program, Arguments(script, option, file));
        run.Output.ShouldContain("2 of 5 payments recorded, 3 refused.");
        File.Delete(file);
    }

    private string[] Arguments(string script, string? option, string file) =>
        option is null ? [script, file, $"{Service.Url}/graphql"] : [script, option, $"{Service.Url}/graphql", file];

    [Fact]
    public async Task Without_a_service_the_script_says_so()
    {
        if (!IsInstalled("python3"))
            Assert.Skip("python3 is needed.");
        var run = await RunAsync(
            "python3",
            ["examples/record_payments.py", "--url", $"{Service.Url}/nothing", "examples/payments.csv"]
        );
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("HTTP 404");
    }

    private async Task<(string Output, int ExitCode)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Programs.Home,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["PYTHONIOENCODING"] = "utf-8",
                    ["TEACHERDEVPLAN_TOKEN"] = Service.Token(Role.BudgetOfficer),
                },
            }
        )!;
        var output = await Programs.OutputAsync(process);
        return (output, process.ExitCode);
    }

    private static bool IsInstalled(string program) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
