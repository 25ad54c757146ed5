using System.Net.Http.Json;
using System.Text.Json;
using Mediator;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Respawn;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Api.Tests;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.SampleData;

[assembly: AssemblyFixture(typeof(PlanService))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace TeacherDevPlan.Api.Tests;

/// <summary>The real application over HTTP, on a database of its own in a real PostgreSQL.</summary>
public sealed class PlanService : IAsyncLifetime
{
    private readonly TestServer server = new();
    private WebApplication app = null!;
    private Respawner respawner = null!;
    private bool changed = true;

    public HttpClient Client { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public DatabaseLogins Logins { get; private set; } = null!;

    /// <summary>The owner's.</summary>
    public string ConnectionString => Logins.Owner;

    /// <summary>The application's own.</summary>
    public IServiceProvider Services => app.Services;

    public StatementCounter Statements { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Logins = await server.CreateDatabaseAsync();
        var builder = Server.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Services.AddSingleton<IInterceptor>(Statements);
        builder.Configuration["Database:MigrateOnStart"] = "true";
        builder.Configuration["Cors:Origins:0"] = "https://dashboard.example";
        app = Server.Build(builder, Logins);
        await Server.PrepareAsync(app, embedded: false, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Url = app.Urls.First();
        Client = new HttpClient { BaseAddress = new Uri(Url) };
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        respawner = await Respawner.CreateAsync(
            connection,
            new RespawnerOptions
            {
                DbAdapter = DbAdapter.Postgres,
                TablesToIgnore = ["__EFMigrationsHistory", "instance_secrets"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>The sample plan and nothing else.</summary>
    public async Task WithSampleAsync()
    {
        if (!changed)
            return;
        await WithoutDataAsync();
        (await ImportAsync(SamplePlan.Read())).Succeeded.ShouldBeTrue();
        changed = false;
    }

    /// <summary>Says that the data are no longer those of the sample.</summary>
    public void Changed() => changed = true;

    public async Task WithoutDataAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        // The ledger cannot be emptied otherwise.
        await using (var unguarded = new NpgsqlCommand("SET session_replication_role = replica", connection))
            await unguarded.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await respawner.ResetAsync(connection);
        changed = true;
    }

    public async Task<Result<ImportReport>> ImportAsync(ReadOnlyMemory<byte> content)
    {
        changed = true;
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ISender>()
            .Send(new ImportPlan(content), TestContext.Current.CancellationToken);
    }

    public async Task ExecuteSqlAsync(string sql)
    {
        changed = true;
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The only error of an answer.</summary>
    public async Task<JsonElement> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeTrue("the query was answered");
        return errors.EnumerateArray().ShouldHaveSingleItem();
    }

    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync(
            "/graphql",
            new { query, variables },
            TestContext.Current.CancellationToken
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
