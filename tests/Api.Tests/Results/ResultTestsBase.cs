using System.Text.Json;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Tests that record results on the sample plan.</summary>
public abstract class ResultTestsBase(PlanService service) : LedgerTestsBase(service)
{
    /// <summary>The payload of a mutation, sent by somebody.</summary>
    protected async Task<JsonElement> SendAsync(
        string mutation,
        object input,
        string result,
        string who = "plan officer"
    )
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        using var client = Service.ClientOf(who);
        var data = await Service.QueryAsync(
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {result} errors {{ __typename ... on Error {{ message code }} "
                + "... on ValidationError { field } } } }",
            new { input },
            client
        );
        return data.GetProperty(mutation);
    }

    protected Task<JsonElement> ReportAsync(
        string indicator,
        decimal result,
        decimal? numerator = null,
        decimal? denominator = null,
        int year = 2566,
        string? key = null,
        bool dryRun = false
    ) =>
        SendAsync(
            "reportIndicatorResult",
            new
            {
                indicatorId = indicator,
                fiscalYear = year,
                result,
                numerator,
                denominator,
                dryRun,
                idempotencyKey = key ?? Ledger.NewKey(),
            },
            "indicator { id target(fiscalYear: " + year + ") { result achievement status } } indicatorResult { id }"
        );

    /// <summary>The ids of the sample's indicators: strategy 1 has two, with targets of 80 for 2566.</summary>
    protected async Task<string[]> IndicatorsAsync()
    {
        var data = await Service.QueryAsync("{ indicators { nodes { id } } }");
        return
        [
            .. data.GetProperty("indicators")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("id").GetString()!),
        ];
    }

    /// <summary>What an indicator's target of 2566 tells, as JSON.</summary>
    protected async Task<string> TargetAsync(string indicator, string fields = "result achievement status")
    {
        var data = await Service.QueryAsync(
            $"{{ node(id: \"{indicator}\") {{ ... on Indicator {{ target(fiscalYear: 2566) {{ {fields} }} }} }} }}"
        );
        return data.GetProperty("node").GetProperty("target").ToString();
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
