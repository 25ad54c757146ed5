using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>The examples for script authors do what they say, also when they are run again.</summary>
public sealed class ExampleTests(PlanService service) : LedgerTestsBase(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Payments_of_a_file_are_recorded_once_and_refusals_are_told()
    {
        var first = await RunAsync("examples/payments.csv");
        first.ExitCode.ShouldBe(1, first.Output);
        first.Output.ShouldContain("[1/9] บจ.101/2566: 1250.00 baht of activity 1/1: recorded");
        first.Output.ShouldContain("REFUSED, กิจกรรมมีงบประมาณคงเหลือ 1,000.00 บาท");
        first.Output.ShouldContain("REFUSED, the plan has no such activity");
        first.Output.ShouldContain("REFUSED, paidOn: ");
        first.Output.ShouldContain("5 of 9 payments recorded, 4 refused.");

        var again = await RunAsync("examples/payments.csv");
        again.Output.ShouldContain("5 of 9 payments recorded, 4 refused.");
        (await DisbursedAsync()).ShouldBe(26_731.25m);
    }

    [Fact]
    public async Task A_row_that_makes_no_sense_does_not_stop_the_others()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """
            project,activity,amount,paid_on,reference
            1,1,abc,2023-05-02,A

            x,1,1,2023-05-02,B
            1,1,1,2023-13-02,C
            1,1,"1250,00",2023-05-02,D
            1,1,1,2566-05-02,E
            1,1,99999999999999999999999999999999,2023-05-02,F
            1,1,1.25,2023-05-02,"G	\"
            1,1,2.50,2023-05-02,H
            """,
            Cancellation
        );
        var run = await RunAsync(file);
        run.Output.ShouldContain("2 of 8 payments recorded, 6 refused.");
        run.Output.ShouldContain("write 2023-05-02");
        File.Delete(file);
    }

    [Fact]
    public async Task A_file_that_was_saved_again_in_another_form_pays_nothing_twice()
    {
        foreach (var file in new[] { "payments", "saved-by-a-spreadsheet", "windows-874", "payments" })
        {
            var run = await RunAsync($"tests/Payments/{file}.csv");
            run.Output.ShouldContain("3 of 3 payments recorded, 0 refused.");
            run.ExitCode.ShouldBe(0);
            (await DisbursedAsync()).ShouldBe(3_230.50m, file);
        }

        (await RunAsync("tests/Payments/with-one-more.csv")).ExitCode.ShouldBe(0);
        (await DisbursedAsync()).ShouldBe(3_231.50m);
    }

    [Theory]
    [InlineData("tests/Payments/empty.csv", "is empty")]
    [InlineData("tests/Payments/missing-columns.csv", "lacks the column(s) paid_on, reference")]
    [InlineData("tests/Payments/no-text.csv", "is not text in UTF-8 or Windows-874")]
    [InlineData("tests/Payments/no-such-file.csv", "cannot be read")]
    public async Task A_file_that_cannot_be_used_is_explained_in_one_line(string file, string reason)
    {
        var run = await RunAsync(file);
        run.ExitCode.ShouldBe(2);
        run.Output.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain($"{file} {reason}");
    }

    [Fact]
    public async Task The_script_waits_as_long_as_the_service_says()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var busy = builder.Build();
        var requests = 0;
        busy.Run(http =>
        {
            var isFirst = Interlocked.Increment(ref requests) == 1;
            http.Response.StatusCode = isFirst ? 429 : 200;
            http.Response.Headers.RetryAfter = "1";
            return http.Response.WriteAsync(isFirst ? "busy" : "{\"data\":{\"developmentPlan\":null}}", Cancellation);
        });
        await busy.StartAsync(Cancellation);
        var run = await RunAsync("tests/Payments/payments.csv", $"{busy.Urls.First()}/graphql");
        run.Output.ShouldContain("HTTP 429: busy); retrying in 1.0 s");
        run.Output.ShouldContain("There is no plan of TH-43-P2 for fiscal year 2566.");
        requests.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_service_the_script_says_so()
    {
        var run = await RunAsync("examples/payments.csv", $"{Service.Url}/nothing");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("HTTP 404");
    }

    private async Task<decimal> DisbursedAsync() =>
        (await Service.QueryAsync("{ projects { budget { disbursed } } }"))
            .GetProperty("projects")
            .GetProperty("budget")
            .GetProperty("disbursed")
            .GetDecimal();

    /// <summary>Runs the script; the address of the service comes from the environment.</summary>
    private async Task<(string Output, int ExitCode)> RunAsync(string file, string? url = null)
    {
        if (!IsInstalled("python3"))
            Assert.Skip("python3 is needed.");
        using var process = Process.Start(
            new ProcessStartInfo("python3", ["examples/record_payments.py", file])
            {
                WorkingDirectory = Programs.Home,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["PYTHONIOENCODING"] = "utf-8",
                    ["TEACHERDEVPLAN_TOKEN"] = Service.Token(Role.BudgetOfficer),
                    ["TEACHERDEVPLAN_URL"] = url ?? $"{Service.Url}/graphql",
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
