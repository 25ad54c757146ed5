using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>Q2: projects of the whole country whose name contains a word, by name, 20 after a known one.</summary>
internal static class ProjectsByName
{
    private const int Page = 20;

    /// <summary>Matching rows are found once, for the page and the count.</summary>
    private const string Sql = """
        WITH found AS MATERIALIZED (
            SELECT id, number, name, status FROM projects
            WHERE name_folded LIKE '%' || fold_text($1) || '%' AND status NOT IN ('DRAFT', 'SUBMITTED')
        )
        SELECT (SELECT count(*)::int FROM found), id, number, name, status
        FROM found WHERE (name, id) > ($2, $3) ORDER BY name, id LIMIT 21
        """;

    private static readonly JsonEncodedText Projects = Written.Name("projects");
    private static readonly JsonEncodedText TotalCount = Written.Name("totalCount");

    public static async Task AnswerAsync(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection
            .Command(Sql)
            .With(query["word"].ToString())
            .With(query["name"].ToString())
            .With(Guid.Parse(query["id"].ToString(), CultureInfo.InvariantCulture));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteStartObject(Written.Data);
        json.WriteStartObject(Projects);
        json.WriteStartArray(Written.Nodes);
        var (count, rows) = (0, 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            count = reader.GetInt32(0);
            if (++rows > Page)
                break;
            json.WriteStartObject();
            json.WriteId("Project:"u8, reader.GetGuid(1));
            json.WriteNumber(Written.Number, reader.GetInt32(2));
            json.WriteText(Written.Label, reader, 3);
            json.WriteText(Written.Status, reader, 4);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber(TotalCount, count);
        json.WriteStartObject(Written.PageInfo);
        json.WriteBoolean(Written.HasNextPage, rows > Page);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
