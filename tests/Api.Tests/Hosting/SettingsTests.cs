using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>What an operator writes is either understood or refused with what was probably meant; never passed over.</summary>
public sealed partial class SettingsTests
{
    private static readonly string[] Commands = ["import", "check", "migrate", "verify-ledger"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Known => [.. SettingsCheck.Names];

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_setting_is_known_and_each_typing_error_in_its_name_is_refused_with_it(string name)
    {
        CheckArgument($"--{name.Replace("__", ":", StringComparison.Ordinal)}=x");
        var path = name.Replace("__", ":", StringComparison.Ordinal);
        var start = path.IndexOf(':', StringComparison.Ordinal) + 1;
        var end = path.EndsWith(":0", StringComparison.Ordinal) ? path.Length - 2 : path.Length;
        for (var i = start; i < end; i++)
        {
            string[] wrong = [path.Remove(i, 1), path.Insert(i, "x"), $"{path[..i]}~{path[(i + 1)..]}"];
            foreach (var one in wrong.Where(one => one[i..] != path[i..] && !one.Contains("::") && one[^1] != ':'))
            {
                var message = Should.Throw<HostingException>(() => Check((one, "1"))).Message;
                message.ShouldContain($"There is no setting {one.Replace(":", "__", StringComparison.Ordinal)}");
                message.ShouldContain("Did you mean");
                if (!path.EndsWith(":0", StringComparison.Ordinal) && path.Length > 14)
                    message.ShouldContain(name);
            }
        }
    }

    [Fact]
    public void Every_setting_of_the_service_is_documented_and_every_documented_one_exists()
    {
        var page = File.ReadAllLines(Path.Combine(Programs.Home, "docs", "operations.md"));
        var documented = page.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line =>
            {
                var names = Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value).ToList();
                var parent = names[0].Contains("__")
                    ? names[0][..names[0].LastIndexOf("__", StringComparison.Ordinal)]
                    : "";
                return names.Select(name => name.StartsWith("__", StringComparison.Ordinal) ? parent + name : name);
            })
            .Where(name => name.Contains("__") && !name.StartsWith("Logging", StringComparison.Ordinal))
            .Where(name => !name.EndsWith("__1", StringComparison.Ordinal));
        documented.ShouldBe(SettingsCheck.Names, ignoreOrder: true);
    }

    [Theory]
    [InlineData("GraphQL:MaxDepth", "0", "3 to 256")]
    [InlineData("GraphQL:MaxDepth", "1e1", "3 to 256")]
    [InlineData("GraphQL:MaxDepth:More", "1", "There is no setting")]
    [InlineData("GraphQL:Introspection", "Sometimes", "Everyone, SignedIn, Nobody")]
    [InlineData("GraphQL:Introspection", "1", "Everyone, SignedIn, Nobody")]
    [InlineData("Idempotency:RetentionDays", "29", "30 to")]
    [InlineData("Commitments:ReleaseEveryMinutes", "0", "1 to 1440")]
    [InlineData("Database:MigrateOnStart", "yes", "true or false")]
    [InlineData("SampleData:Import", "", "true or false")]
    [InlineData("Auth:AnonymousReadOnly", "maybe", "true or false")]
    [InlineData("Cors:Origins:0", "https://dashboard.example/", "scheme, a host")]
    [InlineData("Cors:Origins:0", "dashboard.example", "scheme, a host")]
    [InlineData("Cors:Origins:0", "https://*.example", "scheme, a host")]
    [InlineData("Cors:Origins:0", "https://Dashboard.example", "scheme, a host")]
    [InlineData("Cors:Origins", "https://dashboard.example", "Cors__Origins__0")]
    [InlineData("Network:TrustedProxies:0", "nowhere", "10.0.0.0/24")]
    [InlineData("Logging:LogLevel:Default", "Verbose", "Trace, Debug")]
    [InlineData("Logging:Console:LogLevel:Default", "7", "Trace, Debug")]
    [InlineData("Logging:LogLvel:Default", "Debug", "Logging__LogLevel")]
    [InlineData("urls", "127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://127.0.0.1:70000", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://127.0.0.1:5080/plans", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;ftp://127.0.0.1", "ftp")]
    [InlineData("urls", "http://127.0.0.1:5O80", "http://127.0.0.1:5O80")]
    [InlineData("urls", "http://127.0.0.l:5080", "http://127.0.0.l:5080")]
    [InlineData("urls", "http://dashboard.example:5080", "+ for all addresses")]
    [InlineData("Privacy:KeyFile", "/", "folder")]
    [InlineData("Privacy:ErasureFile", "/", "folder")]
    [InlineData("http_ports", "many", "ASPNETCORE_HTTP_PORTS")]
    [InlineData("environment", "Prodction", "Production")]
    [InlineData("Logging:Console:FormatterName", "xml", "simple, json, systemd")]
    public void A_value_that_cannot_be_right_is_refused_with_what_would_be(string name, string value, string told)
    {
        var message = Should.Throw<HostingException>(() => Check((name, value))).Message;
        message.ShouldContain(told);
        message.Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_a_line_for_each() =>
        Should
            .Throw<HostingException>(() =>
                Check(("GraphQL:MaxDepht", "5"), ("RateLimits:Concurrent", "-1"), ("Logging:LogLevel:X", "loud"))
            )
            .Message.Split(Environment.NewLine)
            .Length.ShouldBe(3);

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://+:8080;https://localhost:8443/")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://LOCALHOST:5080;http://*:80;http://0.0.0.0")]
    public void Addresses_of_each_kind_are_accepted(string urls) => Check(("urls", urls));

    [Theory]
    [InlineData("imprt FILE", "'imprt'", "'import'")]
    [InlineData("--ulrs http://127.0.0.1:1", "'--ulrs'", "'--urls'")]
    [InlineData("--GraphQL__MaxDepth 5", "'--GraphQL__MaxDepth'", "'--GraphQL:MaxDepth'")]
    [InlineData("urls=http://127.0.0.1:1", "urls=http", "Did you mean")]
    [InlineData("-u http://127.0.0.1:1", "'-u'", "Did you mean")]
    [InlineData("--urls", "'--urls'", "no value")]
    [InlineData("--urls --GraphQL:MaxDepth=5", "'--urls'", "no value")]
    [InlineData("--urls=", "'--urls'", "no value")]
    [InlineData("--urls http://127.0.0.1:1 imprt", "'imprt'", "'import'")]
    public void An_argument_that_is_no_setting_is_refused(string arguments, string named, string meant)
    {
        var message = Should
            .Throw<HostingException>(() => SettingsCheck.CheckArguments(arguments.Split(' '), Commands))
            .Message;
        message.ShouldContain(named);
        message.ShouldContain(meant);
    }

    /// <summary>The program itself, with mistakes of each kind: it ends with one line and without a stack trace.</summary>
    [Fact]
    public async Task The_program_ends_with_one_line_and_without_a_stack_trace()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var file = Path.GetTempFileName();
        var data = Directory.CreateTempSubdirectory().FullName;
        await ToldAsync([], "'import'", "imprt", "FILE");
        await ToldAsync([], "--urls", "--ulrs", "http://127.0.0.1:0");
        await ToldAsync([], "'frob'", "migrate", "frob");
        await ToldAsync([], "'--offce'", "token", "--role", "viewer", "--offce", "X");
        await ToldAsync([("GraphQL__MaxDepht", "5")], "GraphQL__MaxDepth");
        await ToldAsync([("GrapQL__MaxDepth", "5")], "GraphQL__MaxDepth");
        await ToldAsync([("GraphQL_MaxDepth", "5")], "GraphQL__MaxDepth", "migrate");
        await ToldAsync([("ASPNETCORE_ULRS", "http://127.0.0.1:0")], "ASPNETCORE_URLS");
        await ToldAsync([("Cors__Origins__0", "x")], "Cors__Origins", "token", "--role", "viewer");
        await ToldAsync([("TEACHERDEVPLAN_DATA", Path.Combine(file, "data"))], "cannot be written");
        await ToldAsync([("ConnectionStrings__TeacherDevPlan", "Hots=x")], "hots");
        await ToldAsync(
            [
                (
                    "ConnectionStrings__TeacherDevPlan",
                    $"Host=127.0.0.1;Port={Port(taken)};Timeout=1;Username=x;Database=x"
                ),
            ],
            "database"
        );
        await ToldAsync(
            [("TEACHERDEVPLAN_DATA", data)],
            $"cannot listen on http://127.0.0.1:{Port(taken)}",
            "--urls",
            $"http://127.0.0.1:{Port(taken)}"
        );
        await ToldAsync([("TEACHERDEVPLAN_DATA", data)], "cannot listen", "--urls", "http://203.0.113.1:5080");
        File.Delete(file);
        Directory.Delete(data, recursive: true);
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task ToldAsync((string, string)[] settings, string told, params string[] arguments)
    {
        using var process = Programs.Start(settings.ToDictionary(one => one.Item1, one => one.Item2), arguments);
        var output = await Programs.OutputAsync(process);
        process.ExitCode.ShouldBe(1, output);
        output.ShouldContain(told, Case.Insensitive);
        output.ShouldNotContain("   at ");
        // The progress of the start may come beside it.
        output.Split('\n').Count(line => line.Contains(told, StringComparison.OrdinalIgnoreCase)).ShouldBe(1, output);
    }

    private static void CheckArgument(string argument) => SettingsCheck.CheckArguments([argument], Commands);

    private static void Check(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value));
        SettingsCheck.Check(configuration);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
