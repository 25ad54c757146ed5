using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>
/// Q6: a page of 500 of all indicators with the target of one year, by strategy number and indicator number.
/// </summary>
internal static class AllIndicators
{
    private const int Page = 500;

    /// <summary>The targets are looked up only for the rows of the page.</summary>
    private const string Sql = $"""
        SELECT i.id, i.number, i.name, i.unit, i.strategy, {TargetFigures.Columns}
        FROM (
            SELECT i.id, i.number, i.name, i.unit, s.number AS strategy
            FROM indicators i JOIN strategies s ON s.id = i.strategy_id JOIN strategic_plans p ON p.id = s.strategic_plan_id
            WHERE p.published AND s.number >= $2 AND (s.number, i.number, i.id) > ($2, $3, $4)
            ORDER BY s.number, i.number, i.id LIMIT 501
        ) i
        LEFT JOIN indicator_targets t ON t.indicator_id = i.id AND t.fiscal_year = $1
        ORDER BY i.strategy, i.number, i.id
        """;

    private static readonly JsonEncodedText Indicators = Written.Name("indicators");
    private static readonly JsonEncodedText Target = Written.Name("target");
    private static readonly JsonEncodedText Strategy = Written.Name("strategy");

    public static async Task AnswerAsync(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection
            .Command(Sql)
            .With(Whole("year"))
            .With(Whole("strategy"))
            .With(Whole("number"))
            .With(Guid.Parse(query["id"].ToString(), CultureInfo.InvariantCulture));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteStartObject(Written.Data);
        json.WriteStartObject(Indicators);
        json.WriteStartArray(Written.Nodes);
        var (rows, last) = (0, (Strategy: 0, Number: 0, Id: Guid.Empty));
        while (await reader.ReadAsync(cancellationToken))
        {
            if (++rows > Page)
                break;
            last = (reader.GetInt32(4), reader.GetInt32(1), reader.GetGuid(0));
            Write(json, reader, last);
        }

        json.WriteEndArray();
        json.WriteStartObject(Written.PageInfo);
        json.WriteBoolean(Written.HasNextPage, rows > Page);
        json.WriteString(Written.EndCursor, $"{last.Strategy}.{last.Number}.{last.Id}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        int Whole(string name) => int.Parse(query[name].ToString(), CultureInfo.InvariantCulture);
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader reader, (int Strategy, int Number, Guid Id) row)
    {
        json.WriteStartObject();
        json.WriteId("Indicator:"u8, row.Id);
        json.WriteNumber(Written.Number, row.Number);
        json.WriteText(Written.Label, reader, 2);
        json.WriteText(Written.Unit, reader, 3);
        if (reader.IsDBNull(5))
        {
            json.WriteNull(Target);
        }
        else
        {
            json.WriteStartObject(Target);
            TargetFigures.Write(json, reader, 5);
            json.WriteEndObject();
        }

        json.WriteStartObject(Strategy);
        json.WriteNumber(Written.Number, row.Strategy);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
