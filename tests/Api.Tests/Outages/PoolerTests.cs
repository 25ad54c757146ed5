using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Persistence;
using static TeacherDevPlan.Api.Tests.Polling.Poller;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The service behind a connection pooler in transaction mode gives the same responses as without.</summary>
public sealed class PoolerTests(PlanService service) : LedgerTestsBase(service)
{
    private static readonly string[] Queries =
    [
        "{ projects { nodes { number name budget { planned disbursed } kpis { name } activities { name } } } }",
        "{ projects(where: { name: { contains: \"พัฒนา\" } }) { totalCount } }",
        "{ budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key budget { disbursed committed available } } offices { totalCount } }",
        "{ offices { nodes { code name } } }",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_writes_and_polls_are_the_same_through_a_pooler()
    {
        await using var pooler = new TransactionPooler(Service.Logins.Service);
        var login = pooler.Through(Service.Logins.Service) + ";Max Auto Prepare=0";
        await using var app = await Service.StartAnotherAsync(
            [],
            logins: Service.Logins with
            {
                Service = login,
                HasPooler = true,
            }
        );
        await Server.PrepareAsync(app, embedded: false, null, Cancellation);
        var (_, activities) = await Ledger.ProjectAsync(1);
        using var officer = PlanService.ClientOf(app, Service.Token(Role.BudgetOfficer));
        var work = Enumerable.Range(0, 4).Select(_ => WorkAsync()).ToArray();
        await Task.WhenAll(work);
        pooler.Changes.ShouldBeGreaterThan(20);
        await CleanAsync();

        async Task WorkAsync()
        {
            for (var round = 0; round < 5; round++)
            {
                await PayAsync(officer, activities[round % activities.Length]);
                foreach (var query in Queries)
                {
                    var answer = await GetAsync(officer, query);
                    answer.Status.ShouldBe(HttpStatusCode.OK);
                    answer.Text.ShouldNotContain("errors");
                    answer.Tag.ShouldNotBeNull();
                    (await GetAsync(officer, query, answer.Tag)).Status.ShouldBeOneOf(
                        HttpStatusCode.OK,
                        HttpStatusCode.NotModified
                    );
                }
            }
        }
    }

    [Fact]
    public async Task Transactions_have_their_settings_and_leave_none_behind()
    {
        await using var pooler = new TransactionPooler(Service.Logins.Service);
        var login = pooler.Through(Service.Logins.Service) + ";Max Auto Prepare=0";
        await using var database = new PlanDatabase(
            Service.Logins with
            {
                Service = login,
                HasPooler = true,
            },
            NullLoggerFactory.Instance
        );
        const string settings =
            "SELECT current_setting('statement_timeout') || ' ' || current_setting('transaction_read_only') "
            + "|| ' ' || current_setting('plan_cache_mode')";
        await using var connection = await database.OpenReadingAsync(Cancellation);
        foreach (
            var (begin, expected) in new[] { (database.BeginReading, "20s on"), (database.BeginWriting, "30s off") }
        )
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            (await ScalarAsync(begin!)).ShouldNotBeNull();
            (await ScalarAsync(settings)).ShouldBe($"{expected} force_generic_plan");
            await transaction.CommitAsync(Cancellation);
            (await ScalarAsync(settings)).ShouldBe("0 off auto");
        }

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Without_the_setting_the_start_is_refused_with_the_remedy()
    {
        await using var pooler = new TransactionPooler(Service.Logins.Service);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = pooler.Through(Service.Logins.Service),
            ["Auth__AnonymousReadOnly"] = "true",
        };
        using var refused = Programs.Start(settings, "--urls", "http://127.0.0.1:0");
        var output = await Programs.OutputAsync(refused);
        output.ShouldContain("Database__Pooler=true");
        output.ShouldNotContain("   at ");
    }

    private static async Task PayAsync(HttpClient client, string activity)
    {
        var query = $$"""
            mutation { recordDisbursement(input: { activityId: "{{activity}}", amount: 1, paidOn: "2023-01-10", reference: "V-1",
                idempotencyKey: "{{Guid.NewGuid()}}" }) { errors { __typename } } }
            """;
        using var response = await client.PostAsJsonAsync("/graphql", new { query }, Cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        PlanService.CodeOf(answer).ShouldBeNull(answer.GetRawText());
        answer
            .GetProperty("data")
            .GetProperty("recordDisbursement")
            .GetProperty("errors")
            .ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
