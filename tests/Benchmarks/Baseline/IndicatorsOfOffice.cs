using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>Q3: the strategies of an office's plan with their indicators and yearly targets.</summary>
internal static class IndicatorsOfOffice
{
    private const string Sql = $"""
        SELECT s.number, s.name, i.id, i.number, i.name, i.unit, t.fiscal_year, {TargetFigures.Columns}
        FROM (
            SELECT p.id FROM offices o JOIN strategic_plans p ON p.office_id = o.id
            WHERE o.code = $1 AND p.first_fiscal_year <= $2 AND p.last_fiscal_year >= $2 AND p.published
            ORDER BY p.first_fiscal_year LIMIT 1
        ) p
        JOIN strategies s ON s.strategic_plan_id = p.id
        LEFT JOIN indicators i ON i.strategy_id = s.id LEFT JOIN indicator_targets t ON t.indicator_id = i.id
        ORDER BY s.number, i.number, t.fiscal_year
        """;

    private static readonly JsonEncodedText Office = Written.Name("office");
    private static readonly JsonEncodedText StrategicPlan = Written.Name("strategicPlan");
    private static readonly JsonEncodedText Strategies = Written.Name("strategies");
    private static readonly JsonEncodedText Indicators = Written.Name("indicators");
    private static readonly JsonEncodedText Targets = Written.Name("targets");
    private static readonly JsonEncodedText FiscalYear = Written.Name("fiscalYear");

    public static async Task AnswerAsync(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection
            .Command(Sql)
            .With(query["office"].ToString())
            .With(int.Parse(query["year"].ToString(), CultureInfo.InvariantCulture));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteStartObject(Written.Data);
        json.WriteStartObject(Office);
        json.WriteStartObject(StrategicPlan);
        json.WriteStartArray(Strategies);
        int? strategy = null;
        var indicator = Guid.Empty;
        while (await reader.ReadAsync(cancellationToken))
        {
            var number = reader.GetInt32(0);
            if (number != strategy)
            {
                EndIndicator(json, ref indicator);
                if (strategy is not null)
                    EndLevel(json);
                strategy = number;
                json.WriteStartObject();
                json.WriteNumber(Written.Number, number);
                json.WriteText(Written.Label, reader, 1);
                json.WriteStartArray(Indicators);
            }

            if (reader.IsDBNull(2))
                continue;
            var id = reader.GetGuid(2);
            if (id != indicator)
            {
                EndIndicator(json, ref indicator);
                indicator = id;
                json.WriteStartObject();
                json.WriteId("Indicator:"u8, id);
                json.WriteNumber(Written.Number, reader.GetInt32(3));
                json.WriteText(Written.Label, reader, 4);
                json.WriteText(Written.Unit, reader, 5);
                json.WriteStartArray(Targets);
            }

            if (reader.IsDBNull(6))
                continue;
            json.WriteStartObject();
            json.WriteNumber(FiscalYear, reader.GetInt32(6));
            TargetFigures.Write(json, reader, 7);
            json.WriteEndObject();
        }

        EndIndicator(json, ref indicator);
        if (strategy is not null)
            EndLevel(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void EndIndicator(Utf8JsonWriter json, ref Guid indicator)
    {
        if (indicator != Guid.Empty)
            EndLevel(json);
        indicator = Guid.Empty;
    }

    private static void EndLevel(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
