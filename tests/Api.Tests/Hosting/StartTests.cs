using System.Net.Http.Headers;
using System.Net.Http.Json;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>Where the service starts, and where nobody could sign in.</summary>
public sealed class StartTests(PlanService service) : PlanTests(service)
{
    private const string Refused = "Nobody could sign in";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_production_there_must_be_somebody_who_vouches_or_reading_alone_is_chosen()
    {
        (await StartedAsync()).ShouldContain(Refused);
        (await StartedAsync(("Auth__AnonymousReadOnly", "true"))).ShouldContain("is ready");
        (await StartedAsync(("Auth__AnonymousReadOnly", "maybe"))).ShouldContain("it must be true or false");
        (
            await StartedAsync(("Auth__Oidc__Authority", "https://login.example"), ("Auth__Oidc__Audience", "plans"))
        ).ShouldContain("is ready");
        (await StartedAsync(("Auth__Oidc__Authority", "https://login.example"))).ShouldContain(
            "Auth__Oidc__Audience is missing"
        );
        (
            await StartedAsync(("Auth__Oidc__Authority", "http://login.example"), ("Auth__Oidc__Audience", "plans"))
        ).ShouldContain("https");
        (await RunAsync("access-token", "--role", "administrator", "--name", "first")).ShouldStartWith("tdp_");
        (await StartedAsync()).ShouldContain("is ready");
        (await RunAsync("token", "--role", "administrator")).ShouldContain(
            "Local tokens are not available in production"
        );
        Service.Changed();
    }

    [Fact]
    public async Task Tokens_and_personal_data_never_reach_the_logs()
    {
        var secret = (await RunAsync("access-token", "--role", "administrator", "--name", "first")).Trim();
        var settings = Settings([("Logging__LogLevel__Default", "Debug"), ("Logging__LogLevel__Microsoft", "Debug")]);
        using var process = Programs.Start(settings, "--urls", "http://127.0.0.1:0");
        var log = new System.Text.StringBuilder();
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync(Cancellation))?.Contains("is ready") == false)
            log.AppendLine(line);
        var url = new Uri(line!.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
        string[] tokens =
        [
            secret,
            "tdp_wrong-secret",
            Service.Token(Domain.Access.Role.Viewer),
            "Zm9yZ2Vk.Zm9yZ2Vk.Zm9yZ2Vk",
        ];
        using var client = new HttpClient();
        foreach (var token in tokens)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            const string query = "{ viewer { name } staff { nodes { name position } } }";
            using var answer = await client.PostAsJsonAsync(url, new { query }, Cancellation);
        }

        process.Kill();
        log.Append(await Programs.OutputAsync(process));
        log.ToString().ShouldContain("dbug:");
        foreach (var token in tokens)
            log.ToString().ShouldNotContain(token[4..]);
        log.ToString().ShouldNotContain("นักวิเคราะห์");
        Service.Changed();
    }

    [Fact]
    public async Task The_embedded_default_has_a_key_of_its_own_that_production_has_not()
    {
        await using var process = new ServiceProcess();
        await process.StartAsync(Cancellation);
        var token = await process.OfficerTokenAsync(Cancellation);
        using var client = new GraphQLClient(process.GraphQL, token, 1, TimeSpan.FromSeconds(20));
        (await client.QueryAsync("{ viewer { name } }", null, Cancellation))
            .ToString()
            .ShouldContain("local:budget-officer@TH-43-P2");
        (await process.RunAsync(["token", "--role", "budget-officer"], Cancellation)).Output.ShouldContain("--office");
        (await process.RunAsync(["token", "--role", "king"], Cancellation)).Output.ShouldContain(
            "There is no role 'king'"
        );
        (await process.RunAsync(["verify-audit"], Cancellation)).ExitCode.ShouldBe(0);
    }

    private async Task<string> StartedAsync(params (string Name, string Value)[] settings)
    {
        using var process = Programs.Start(Settings(settings), "--urls", "http://127.0.0.1:0");
        var line = await process.StandardOutput.ReadLineAsync(Cancellation);
        var started = line?.Contains("is ready") == true;
        if (started)
            process.Kill();
        return line + await Programs.OutputAsync(process);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Programs.Start(Settings([]), arguments);
        return await Programs.OutputAsync(process);
    }

    private Dictionary<string, string> Settings((string Name, string Value)[] settings) =>
        new(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
        {
            ["ConnectionStrings__TeacherDevPlan"] = Service.Logins.Service,
            ["ConnectionStrings__Owner"] = Service.Logins.Owner,
        };
}
