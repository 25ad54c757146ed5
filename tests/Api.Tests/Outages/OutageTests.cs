using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.Polling.Poller;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// Whatever the database does, every request ends in its limit with an error that says so, and the service recovers by
/// itself.
/// </summary>
public sealed class OutageTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Query = "{ projects { nodes { name budget { planned } } } }";

    /// <summary>More than any limit here, and less than what a silent connection takes without limits.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(15);

    private static readonly (string, string)[] Settings = [("GraphQL:ExecutionTimeoutSeconds", "3")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_that_others_precede_each_time_is_to_be_sent_again()
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var attempts = 0;
        await Should.ThrowAsync<StoreUnavailableException>(() =>
            scope
                .ServiceProvider.GetRequiredService<IUnitOfWork>()
                .InTransactionAsync<bool>(
                    () =>
                    {
                        attempts++;
                        throw new TransactionConflictException();
                    },
                    _ => true,
                    shares: false,
                    Cancellation
                )
        );
        attempts.ShouldBe(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_silent_database_is_an_outage_on_every_path_until_it_speaks_again(bool isFirewall)
    {
        await using var relay = new Relay(Service.Logins.Service);
        await using var app = await StartAsync(new(relay.Through(Service.Logins.Service)));
        var (_, activities) = await Ledger.ProjectAsync(1);
        var (token, payment) = (await AccessTokenAsync(), Payment(activities[0]));
        using var client = Impatient(PlanService.ClientOf(app));
        using var officer = Impatient(PlanService.ClientOf(app, Service.Token(Role.BudgetOfficer)));
        using var scripted = Impatient(PlanService.ClientOf(app, token));
        var tag = await TagAsync(client, Query);
        await AnswersAsync();
        if (isFirewall)
            relay.LoseConnections();
        else
            relay.Freeze();

        // The first of each meets connections that are dead; with a firewall, those after them find new ones.
        var silent = await Task.WhenAll(AskAsync(), AskAsync());
        if (!isFirewall)
        {
            foreach (var code in silent.SelectMany(codes => codes))
            {
                if (!code.StartsWith("503 Unhealthy", StringComparison.Ordinal))
                    code.ShouldBeOneOf("SERVICE_UNAVAILABLE", "TIMEOUT");
            }

            relay.Thaw();
        }

        await EventuallyAsync(async () => (await AskAsync()).All(code => code == ""));
        await AnswersAsync();
        await CleanAsync();

        async Task<string[]> AskAsync() =>
            await Task.WhenAll(
                CodeAsync(client, Query),
                CodeAsync(officer, payment),
                CodeAsync(scripted, Query),
                PollAsync(),
                HealthAsync(client, "/health/ready"),
                HealthAsync(client, "/health/ready/reading")
            );

        async Task<string> PollAsync()
        {
            var poll = await GetAsync(client, Query, tag);
            return poll.Status switch
            {
                HttpStatusCode.NotModified => "",
                _ => PlanService.CodeOf(JsonDocument.Parse(poll.Body).RootElement) ?? "",
            };
        }

        async Task AnswersAsync()
        {
            foreach (var one in (HttpClient[])[client, officer, scripted])
                (await CodeAsync(one, Query)).ShouldBe("");
        }
    }

    [Fact]
    public async Task A_read_only_database_is_read_by_everybody_and_told_by_mutations_and_readiness()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var token = await AccessTokenAsync();
        var login = new NpgsqlConnectionStringBuilder(Service.Logins.Service)
        {
            Options = "-c default_transaction_read_only=on",
        };
        await using var app = await StartAsync(login);
        using var scripted = PlanService.ClientOf(app, token);
        using var officer = PlanService.ClientOf(app, Service.Token(Role.BudgetOfficer));
        (await CodeAsync(scripted, Query)).ShouldBe("");
        (await CodeAsync(officer, Payment(activities[0]))).ShouldBe("SERVICE_UNAVAILABLE");
        (await HealthAsync(officer, "/health/ready")).ShouldBe("503 Unhealthy; writing: The database is read-only.");
        (await HealthAsync(officer, "/health/ready/reading")).ShouldBe("");
    }

    [Fact]
    public async Task A_full_database_is_told_by_readiness()
    {
        await Service.ExecuteSqlAsync(
            "CREATE ROLE teacherdevplan_full LOGIN PASSWORD 'only on the test server' IN ROLE teacherdevplan_service; "
                + "ALTER ROLE teacherdevplan_full SET temp_file_limit = 0"
        );
        try
        {
            var login = new NpgsqlConnectionStringBuilder(Service.Logins.Service) { Username = "teacherdevplan_full" };
            await using var app = await StartAsync(login);
            using var client = PlanService.ClientOf(app);
            (await HealthAsync(client, "/health/ready")).ShouldStartWith(
                "503 Unhealthy; writing: The database cannot store anything: "
            );
            (await HealthAsync(client, "/health/ready/reading")).ShouldBe("");
        }
        finally
        {
            await Service.ExecuteSqlAsync("DROP ROLE teacherdevplan_full");
        }
    }

    [Theory]
    [InlineData("{0},{1}", true)]
    [InlineData("{1},{0}", true)]
    [InlineData("{1},{1}", false)]
    public async Task Of_several_hosts_the_one_that_answers_is_used(string hosts, bool answers)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var login = new NpgsqlConnectionStringBuilder(Service.Logins.Service);
        using var closed = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var away = $"127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}";
        closed.Stop();
        login.Host = hosts.Replace("{0}", $"{login.Host}:{login.Port}").Replace("{1}", away);
        await using var app = await StartAsync(login);
        using var officer = Impatient(PlanService.ClientOf(app, Service.Token(Role.BudgetOfficer)));
        var expected = answers ? "" : "SERVICE_UNAVAILABLE";
        (await CodeAsync(officer, Query)).ShouldBe(expected);
        (await CodeAsync(officer, Payment(activities[0]))).ShouldBe(expected);
        (await GetAsync(officer, Query)).Text.Contains("SERVICE_UNAVAILABLE").ShouldBe(!answers);
    }

    private Task<WebApplication> StartAsync(NpgsqlConnectionStringBuilder login) =>
        Service.StartAnotherAsync(Settings, logins: Service.Logins with { Service = login.ConnectionString });

    private static HttpClient Impatient(HttpClient client)
    {
        client.Timeout = Hanging;
        return client;
    }

    /// <summary>The code of the first error; empty if there is none.</summary>
    private static async Task<string> CodeAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query }, Cancellation);
        return PlanService.CodeOf(await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)) ?? "";
    }

    private static async Task<string> HealthAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancellation);
        var text = (await response.Content.ReadAsStringAsync(Cancellation)).Replace("\n", "; ");
        return response.StatusCode == HttpStatusCode.OK ? "" : $"{(int)response.StatusCode} {text}";
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 1; !await holds(); attempt++)
        {
            attempt.ShouldBeLessThan(20);
            await Task.Delay(250, Cancellation);
        }
    }

    private static string Payment(string activity) =>
        $$"""
            mutation { recordDisbursement(input: { activityId: "{{activity}}", amount: 1, paidOn: "2023-01-10", reference: "V-1",
                idempotencyKey: "{{Guid.NewGuid()}}", dryRun: true }) { errors { __typename } } }
            """;

    private async Task<string> AccessTokenAsync()
    {
        var data = await Service.QueryAsync(
            $$"""mutation { createAccessToken(input: { name: "{{Guid.NewGuid()}}", roles: [VIEWER], expiresAt: "{{DateTimeOffset.UtcNow.AddDays(1):O}}" }) { secret errors { __typename } } }""",
            client: Service.ClientOf("administrator")
        );
        return data.GetProperty("createAccessToken").GetProperty("secret").GetString()!;
    }
}
