namespace TeacherDevPlan.Api.Tests;

/// <summary>What a tired operator or a script gives to the commands: each mistake is one line, and nothing is started.</summary>
public sealed class CommandArgumentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static readonly string Plan = Path.Combine(Programs.Home, "tests", "Plans", "plan-a.txt");

    [Theory]
    [InlineData("An argument is empty", "import", "")]
    [InlineData("An argument is empty", "import-staff", " ", "--office", "TH-43-P2")]
    [InlineData("An argument is empty", "check", "x", "--report", "")]
    [InlineData("An argument is empty", "--urls", "")]
    [InlineData("Required argument missing", "import")]
    [InlineData("Option '--name' is required", "access-token", "--role", "viewer")]
    [InlineData("Cannot parse argument 'x' for command 'export'.", "export", "TH-43-P2", "x")]
    [InlineData("2023 is a Gregorian year; did you mean 2566?", "export", "TH-43-P2", "2023")]
    [InlineData("Cannot parse argument 'x' for option '--before'.", "archive-audit", "--out", "a", "--before", "x")]
    [InlineData("expects a single argument but 2 were provided", "token", "--role", "viewer", "--hours=1", "--hours=2")]
    [InlineData("'xml'", "check", "x", "--format", "xml")]
    [InlineData("does not know '--offic'", "token", "--role", "plan-officer", "--offic", "TH-43-P2")]
    [InlineData("'bad code!' is no office's code", "token", "--role", "plan-officer", "--office", "bad code!")]
    [InlineData("@file does not exist", "check", "@file")]
    [InlineData("is a folder", "check", "/")]
    [InlineData("'./run export --help'", "export")]
    public async Task A_mistake_is_told_in_one_line(string told, params string[] arguments) =>
        await ToldAsync(told, [], arguments);

    [Fact]
    public async Task Help_is_told_in_full() =>
        (await RunAsync([], "export", "--help")).Output.Split('\n').Length.ShouldBeGreaterThan(10);

    [Fact]
    public async Task A_mistake_is_told_in_Thai_too() =>
        (await RunAsync([("LC_ALL", "th_TH.UTF-8")], "import")).Output.ShouldStartWith("คำสั่ง 'import' ไม่ถูกต้อง");

    [Theory]
    [InlineData("names no Host", " ")]
    [InlineData("names no Host", "Database=x")]
    [InlineData("port 99999", "Host=127.0.0.1;Port=99999")]
    [InlineData("Maximum Pool Size of 0", "Host=127.0.0.1;Maximum Pool Size=0")]
    [InlineData("Maximum Pool Size of 5", "Host=127.0.0.1;Maximum Pool Size=5;Minimum Pool Size=6")]
    [InlineData("Host=...", "postgres://name:word@host/database")]
    public async Task A_server_that_cannot_be_meant_is_told_in_one_line(string told, string connection) =>
        (await ToldAsync(told, [("ConnectionStrings__TeacherDevPlan", connection)], "verify-ledger")).ShouldContain(
            "ConnectionStrings__TeacherDevPlan"
        );

    [Fact]
    public async Task The_owners_server_alone_does_not_start_another() =>
        await ToldAsync(
            "not ConnectionStrings__TeacherDevPlan",
            [("ConnectionStrings__Owner", "Host=127.0.0.1")],
            "migrate"
        );

    [Fact]
    public async Task An_empty_file_with_a_password_is_told()
    {
        var file = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(file, "\n", TestContext.Current.CancellationToken);
        (string, string)[] settings =
        [
            ("ConnectionStrings__TeacherDevPlan", "Host=127.0.0.1"),
            ("ConnectionStrings__PasswordFile", file),
        ];
        await ToldAsync("is empty", settings, "verify-ledger");
    }

    [Fact]
    public async Task Whatever_fails_is_told_in_one_line()
    {
        // A report that no file system takes the name of.
        var (code, output) = await RunAsync([], "check", Plan, "--report", $"{folder}/{new string('x', 300)}");
        code.ShouldBe(2, output);
        output.ShouldNotContain("   at ");
        var answer = await RunAsync([("Kestrel__Endpoints__X__Url", "nowhere")], "--urls", "http://127.0.0.1:0");
        answer.Code.ShouldBe(1, answer.Output);
        answer.Output.ShouldContain("nowhere");
        answer.Output.ShouldNotContain("   at ");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> ToldAsync(string told, (string, string)[] settings, params string[] arguments)
    {
        var (code, output) = await RunAsync(settings, arguments);
        code.ShouldBeInRange(1, 2, output);
        output.ShouldContain(told);
        output.TrimEnd().Split('\n').Length.ShouldBe(1, output);
        Directory.Exists(Path.Combine(folder, "data")).ShouldBeFalse();
        return output;
    }

    private async Task<(int Code, string Output)> RunAsync((string, string)[] settings, params string[] arguments)
    {
        var all = new Dictionary<string, string>
        {
            ["TEACHERDEVPLAN_DATA"] = Path.Combine(folder, "data"),
            ["LC_ALL"] = "C.UTF-8",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        using var process = Programs.Start(all, arguments);
        var output = await Programs.OutputAsync(process);
        return (process.ExitCode, output);
    }
}
