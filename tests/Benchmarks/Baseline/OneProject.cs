using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>Q5: one project by its node id.</summary>
internal static class OneProject
{
    private const string Sql = """
        SELECT p.number, p.name, p.status, p.stated_budget, b.planned, b.disbursed, b.available
        FROM projects p,
        LATERAL (
            SELECT coalesce(sum(planned_q1 + planned_q2 + planned_q3 + planned_q4), 0.00) AS planned,
                coalesce(sum(disbursed_q1 + disbursed_q2 + disbursed_q3 + disbursed_q4), 0.00) AS disbursed,
                coalesce(sum(planned_q1 + planned_q2 + planned_q3 + planned_q4
                    + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
                    - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4
                    - disbursed_q1 - disbursed_q2 - disbursed_q3 - disbursed_q4 - committed), 0.00) AS available
            FROM activity_budgets WHERE project_id = p.id
        ) b
        WHERE p.id = $1 AND p.status NOT IN ('DRAFT', 'SUBMITTED')
        """;

    private static readonly JsonEncodedText Node = Written.Name("node");

    public static async Task AnswerAsync(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        var id = NodeId.Parse(query["id"].ToString(), "Project", "id");
        await using var command = connection.Command(Sql).With(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteStartObject(Written.Data);
        if (await reader.ReadAsync(cancellationToken))
        {
            json.WriteStartObject(Node);
            json.WriteNumber(Written.Number, reader.GetInt32(0));
            json.WriteText(Written.Label, reader, 1);
            json.WriteText(Written.Status, reader, 2);
            json.WriteNumber(Written.StatedBudget, reader.GetDecimal(3));
            json.WriteStartObject(Written.Budget);
            json.WriteNumber(Written.Planned, reader.GetDecimal(4));
            json.WriteNumber(Written.Disbursed, reader.GetDecimal(5));
            json.WriteNumber(Written.Available, reader.GetDecimal(6));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull(Node);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
