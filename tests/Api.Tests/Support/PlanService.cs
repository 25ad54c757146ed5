using System.Net.Http.Json;
using System.Text.Json;
using Mediator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Respawn;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Api.Tests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.SampleData;

[assembly: AssemblyFixture(typeof(PlanService))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace TeacherDevPlan.Api.Tests;

/// <summary>The real application over HTTP, on a database of its own in a real PostgreSQL.</summary>
public sealed class PlanService : IAsyncLifetime
{
    public const string Office = "TH-43-P2";

    private readonly TestServer server = new();
    private WebApplication app = null!;
    private Respawner respawner = null!;
    private bool changed = true;

    /// <summary>With the key of replaced names.</summary>
    public string KeyFile { get; } = Path.Combine(Path.GetTempPath(), $"name-key-{Guid.NewGuid():N}");

    /// <summary>With the erasures.</summary>
    public string JournalFile => $"{KeyFile}.erasures";

    private readonly LocalTokens tokens = new(new byte[32]);

    /// <summary>The key of the tokens that <see cref="Token(Role, string[])"/> issues.</summary>
    internal LocalTokens LocalTokens => tokens;

    /// <summary>Of somebody who is not signed in.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Of the sample office's budget officer.</summary>
    public HttpClient Officer { get; private set; } = null!;

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
        builder.Logging.AddFilter<StatementCounter>("Npgsql.Command", LogLevel.Debug).AddProvider(Statements);
        builder.Configuration["Database:MigrateOnStart"] = "true";
        builder.Configuration["Cors:Origins:0"] = "https://dashboard.example";
        // Tests ask faster than anybody may; those of the limits have services of their own.
        builder.Configuration["RateLimits:AnonymousPerSecond"] = "0";
        builder.Configuration["RateLimits:NewCredentialsPerSecond"] = "0";
        builder.Configuration["RateLimits:AllNewCredentialsPerSecond"] = "0";
        builder.Configuration["RateLimits:SignedInPerSecond"] = "0";
        // Commitments expire when a test says so.
        builder.Configuration["Commitments:ReleaseEveryMinutes"] = "1440";
        builder.Configuration["Privacy:KeyFile"] = KeyFile;
        app = Server.Build(builder, Logins, tokens);
        await Server.PrepareAsync(app, embedded: false, samplePlan: null, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Url = app.Urls.First();
        Client = As(null);
        Officer = As(Token(Role.BudgetOfficer));
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        respawner = await Respawner.CreateAsync(
            connection,
            new RespawnerOptions
            {
                DbAdapter = DbAdapter.Postgres,
                TablesToIgnore =
                [
                    "__EFMigrationsHistory",
                    "instance_secrets",
                    "audit_head",
                    "data_versions",
                    "data_changes",
                    "staff_categories",
                    "development_topics",
                    "competencies",
                    "development_methods",
                    "satisfaction_scales",
                    "satisfaction_bands",
                    "hours_rules",
                    "bond_rules",
                    "induction_programmes",
                    "induction_programme_steps",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Officer.Dispose();
        await app.DisposeAsync();
        await server.DisposeAsync();
        File.Delete(KeyFile);
        File.Delete(JournalFile);
    }

    /// <summary>A token of this machine; of the sample office where none is named.</summary>
    public string Token(Role role, params string[] offices) => Token([role], offices.Length == 0 ? [Office] : offices);

    public string Token(Role[] roles, string[] offices, double hours = 1, string name = "somebody") =>
        tokens.Issue(
            name,
            roles,
            offices,
            DateTimeOffset.UtcNow.AddHours(Math.Min(0, hours) - 0.01),
            TimeSpan.FromHours(hours + 0.01)
        );

    /// <summary>The same application once more on the same database, with further settings.</summary>
    public async Task<WebApplication> StartAnotherAsync(
        IEnumerable<(string Name, string Value)> settings,
        bool withLocalTokens = true,
        DatabaseLogins? logins = null
    )
    {
        var builder = Server.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        foreach (var (name, value) in settings)
            builder.Configuration[name] = value;
        var another = Server.Build(builder, logins ?? Logins, withLocalTokens ? tokens : null);
        await another.StartAsync(TestContext.Current.CancellationToken);
        return another;
    }

    /// <summary>A client that signs in with a token, or does not.</summary>
    public HttpClient As(string? token) => ClientOf(Url, token);

    public static HttpClient ClientOf(WebApplication app, string? token = null) => ClientOf(app.Urls.First(), token);

    /// <param name="token">Sent as it is, whatever it is.</param>
    private static HttpClient ClientOf(string url, string? token)
    {
        var client = new HttpClient { BaseAddress = new Uri(url) };
        if (token is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return client;
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
        File.Delete(JournalFile);
        // Otherwise refusals of this test would be recorded during the next one.
        await app.Services.GetRequiredService<RefusalSums>().FlushAsync(TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        // The ledger cannot be emptied otherwise.
        await using (var unguarded = new NpgsqlCommand("SET session_replication_role = replica", connection))
            await unguarded.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await EmptyAsync(connection);
        await using (
            var begin = new NpgsqlCommand(
                "UPDATE audit_head SET position = 0, hash = sha256('teacherdevplan'::bytea)",
                connection
            )
        )
            await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        changed = true;
    }

    /// <summary>
    /// The service's background jobs lock the tables in another order; a reset that ends in a deadlock with one of them
    /// has changed nothing and is run again.
    /// </summary>
    private async Task EmptyAsync(NpgsqlConnection connection)
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await respawner.ResetAsync(connection);
                return;
            }
            catch (PostgresException exception)
                when (attempt < attempts && exception.SqlState == PostgresErrorCodes.DeadlockDetected) { }
        }
    }

    /// <summary>Imports a file and publishes it.</summary>
    public Task<Result<ImportReport>> ImportAsync(ReadOnlyMemory<byte> content) => ImportAsync(content, publish: true);

    public async Task<Result<ImportReport>> ImportAsync(ReadOnlyMemory<byte> content, bool publish)
    {
        changed = true;
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.AsSystem()
            .GetRequiredService<ISender>()
            .Send(new ImportPlan(content, publish), TestContext.Current.CancellationToken);
    }

    public PlanFile ReadFile(ReadOnlyMemory<byte> content) =>
        app.Services.GetRequiredService<IPlanFileReader>().Read(content).Value;

    /// <summary>The id of the sample office's plan.</summary>
    public async Task<string> PlanIdAsync() =>
        (await QueryAsync("{ developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566) { id } }"))
            .GetProperty("developmentPlan")
            .GetProperty("id")
            .GetString()!;

    /// <summary>Takes over a plan file as a reader would have made it.</summary>
    public Task<Result<AppliedPlan>> ApplyAsync(PlanFile file, bool publish = true) =>
        InTransactionAsync(services =>
        {
            var import = services.GetRequiredService<PlanImport>();
            var cancellation = TestContext.Current.CancellationToken;
            return publish ? import.PublishAsync(file, cancellation) : import.DraftAsync(file, cancellation);
        });

    /// <summary>The plan file that a stored plan would be.</summary>
    public Task<Result<PlanFile>> StoredFileAsync(string planId) =>
        InTransactionAsync(async services =>
        {
            var id = NodeId.Parse(planId, "DevelopmentPlan", "id");
            var plans = services.GetRequiredService<StoredPlans>();
            var key = await plans.LockAsync(id, TestContext.Current.CancellationToken);
            var opened = await plans.ReadAsync(key!, TestContext.Current.CancellationToken);
            return (Result<PlanFile>)opened!.File;
        });

    private async Task<Result<T>> InTransactionAsync<T>(Func<IServiceProvider, Task<Result<T>>> operation)
    {
        changed = true;
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider.AsSystem();
        return await services
            .GetRequiredService<IUnitOfWork>()
            .InTransactionAsync(
                () => operation(services),
                result => result.Succeeded,
                shares: false,
                TestContext.Current.CancellationToken
            );
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
    public async Task<JsonElement> QueryAsync(string query, object? variables = null, HttpClient? client = null)
    {
        var answer = await AskAsync(query, variables, client);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The only error of an answer.</summary>
    public async Task<JsonElement> ErrorAsync(string query, object? variables = null, HttpClient? client = null)
    {
        var answer = await AskAsync(query, variables, client);
        answer.TryGetProperty("errors", out var errors).ShouldBeTrue("the query was answered");
        return errors.EnumerateArray().ShouldHaveSingleItem();
    }

    /// <summary>The code of an answer's first error; null where it has none.</summary>
    public static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;

    public async Task<JsonElement> AskAsync(string query, object? variables = null, HttpClient? client = null)
    {
        using var response = await (client ?? Client).PostAsJsonAsync(
            "/graphql",
            new { query, variables },
            TestContext.Current.CancellationToken
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
