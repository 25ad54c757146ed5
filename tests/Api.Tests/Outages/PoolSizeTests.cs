using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Instances share the connections of the server; requests wait for one instead of being refused.</summary>
public sealed class PoolSizeTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Login = "teacherdevplan_few";
    private const string Query =
        "{ projects { nodes { name budget { planned } } } budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key } }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_instances_with_default_pools_fit_into_the_servers_limit()
    {
        await WithLimitAsync(
            16,
            async logins =>
            {
                var sized = logins with { MostConnections = await ServerLimit.OfAsync(logins, Cancellation) };
                sized.MostConnections.ShouldBe(4);
                await using var first = await Service.StartAnotherAsync([], logins: sized);
                await using var second = await Service.StartAnotherAsync([], logins: sized);
                var (_, activities) = await Ledger.ProjectAsync(1);
                var asked = new List<Task<string?>>();
                foreach (var app in new[] { first, second })
                {
                    var officer = PlanService.ClientOf(app, Service.Token(Role.BudgetOfficer));
                    for (var i = 0; i < 40; i++)
                        asked.Add(
                            CodeAsync(officer, i % 4 == 0 ? Commitment(activities[i % activities.Length]) : Query)
                        );
                }

                (await Task.WhenAll(asked)).ShouldAllBe(code => code == null);
                await CleanAsync();
            }
        );
    }

    [Fact]
    public async Task A_request_waits_for_a_connection_that_the_server_does_not_have()
    {
        await WithLimitAsync(
            4,
            async logins =>
            {
                await using var app = await Service.StartAnotherAsync([], logins: logins with { MostConnections = 12 });
                using var client = PlanService.ClientOf(app);
                var asked = Enumerable.Range(0, 40).Select(_ => CodeAsync(client, Query));
                (await Task.WhenAll(asked)).ShouldAllBe(code => code == null);
            }
        );
    }

    private async Task WithLimitAsync(int limit, Func<DatabaseLogins, Task> test)
    {
        await Service.ExecuteSqlAsync(
            $"CREATE ROLE {Login} LOGIN PASSWORD 'only on the test server' CONNECTION LIMIT {limit} IN ROLE teacherdevplan_service"
        );
        try
        {
            var login = new NpgsqlConnectionStringBuilder(Service.Logins.Service) { Username = Login };
            await test(Service.Logins with { Service = login.ConnectionString });
        }
        finally
        {
            await Service.ExecuteSqlAsync($"DROP ROLE {Login}");
        }
    }

    private static async Task<string?> CodeAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query }, Cancellation);
        return PlanService.CodeOf(await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    private static string Commitment(string activity) =>
        $$"""
            mutation { commitBudget(input: { activityId: "{{activity}}", amount: 1, reference: "V-1",
                idempotencyKey: "{{Guid.NewGuid()}}" }) { errors { __typename } } }
            """;
}
