using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>
/// The practical limit: one hand-written endpoint per measured query. Flat prepared SQL with one round trip each, only
/// the necessary columns, and a JSON writer that writes straight into the response. No GraphQL, no roles, no limits, no
/// snapshot. Only the rule that drafts are not public is kept, as conditions in the SQL.
/// </summary>
internal static class BaselineServer
{
    public const string Ready = "The baseline is ready.";

    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private delegate Task Endpoint(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    );

    private static readonly Dictionary<string, Endpoint> Endpoints = new(StringComparer.Ordinal)
    {
        ["/Q1"] = ProjectsOfOffice.AnswerAsync,
        ["/Q2"] = ProjectsByName.AnswerAsync,
        ["/Q3"] = IndicatorsOfOffice.AnswerAsync,
        ["/Q4"] = BudgetsByProvince.AnswerAsync,
        ["/Q5"] = OneProject.AnswerAsync,
        ["/Q6"] = AllIndicators.AnswerAsync,
    };

    public static async Task RunAsync(string connectionString, string url, CancellationToken cancellationToken)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            // Every statement is prepared and planned once per connection.
            Options = "-c plan_cache_mode=force_generic_plan",
        };
        await using var source = NpgsqlDataSource.Create(login.ConnectionString);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(source, context));
        await app.StartAsync(cancellationToken);
        Console.WriteLine(Ready);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task AnswerAsync(NpgsqlDataSource source, HttpContext context)
    {
        if (!Endpoints.TryGetValue(context.Request.Path.Value!, out var endpoint))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Json);
        try
        {
            await endpoint(connection, context.Request.Query, json, context.RequestAborted);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            throw;
        }
    }
}
