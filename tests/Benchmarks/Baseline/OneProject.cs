using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>Q5: one project by its node id.</summary>
internal static class OneProject
{
    private const string Sql = """
        SELECT p.number, p.name, p.status, p.stated_budget, coalesce(b.planned_total, 0.00), coalesce(b.disbursed_total, 0.00),
            coalesce(b.planned_total + b.transferred_in_total - b.transferred_out_total - b.disbursed_total - b.committed, 0.00)
        FROM projects p LEFT JOIN project_budgets b ON b.project_id = p.id
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
